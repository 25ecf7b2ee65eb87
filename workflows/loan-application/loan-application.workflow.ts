import { applicationDecider } from '@hoptac/support-fund/domain';
import { activitiesByRetry, caseNow, followCase, type CaseStart } from '@hoptac/temporal/workflow';
import { LOAN_APPLICATION_CATEGORY, type LoanApplicationCommands } from './loan-application.contract';
import {
  DECISIVE_FACTS,
  exposureIsFree,
  lapseOwed,
  lateMarkOwed,
  nextDateOf,
  reminderOwed,
  underWay,
} from './loan-application.policy';

const { commands } = activitiesByRetry<LoanApplicationCommands, object>();

/**
 * Application for a loan of the support fund — hồ sơ đề nghị vay vốn (D45 Art. 20–26, 31). What follows the facts of one application, whoever states them:
 * the acts of applicant, appraiser, council and director are commands of their own. Its limits are those of the fund's lending rules, in working days.
 */
export async function loanApplication(start: CaseStart): Promise<void> {
  const application = followCase({ start, category: LOAN_APPLICATION_CATEGORY, decider: applicationDecider });

  // 1. The application is submitted, with the day by which the fund says whether it is complete (D45 Art. 22, 31).
  await application.until('LoanApplicationSubmitted');

  while (underWay(application.state)) {
    const until = nextDateOf(application.state, caseNow());

    if (lapseOwed(application.state, caseNow())) {
      // 2. The applicant did not complete it, or the contract was not signed, in time: it lapses (lending rules, D45 Art. 31).
      await application.ensure('LoanApplicationLapsed', commands.lapseApplication);
    } else if (lateMarkOwed(application.state, caseNow())) {
      // 3. The fund let a limit of check, appraisal, decision or security pass: late from here on, and still its turn.
      await application.ensure('LoanApplicationDeadlinePassed', commands.markApplicationLate, {
        owed: (state) => lateMarkOwed(state, caseNow()),
      });
    } else if (reminderOwed(application.state, caseNow())) {
      // 4. Before a limit whoever has to act is reminded (setting of the house).
      await application.ensure('LoanApplicationReminded', commands.remindOfApplicationLimit, {
        owed: (state) => reminderOwed(state, caseNow()),
        until,
      });
    } else {
      // 5. Otherwise somebody is to act: complete, check, appraise, vote, decide, sign, perfect the security, withdraw (D45 Art. 22–26).
      await application.first(DECISIVE_FACTS, { until });
    }
  }

  // 6. Ended without a contract: what it held of the limits for one borrower is free for others (D45 Art. 23.2).
  if (exposureIsFree(application.state)) await application.also('releaseExposure', commands.releaseExposure);
}
