import { loanDecider } from '@hoptac/support-fund/domain';
import { activitiesByRetry, caseNow, followCase, type CaseStart } from '@hoptac/temporal/workflow';
import { LOAN_CATEGORY, type LoanCommands } from './loan.contract';
import { isOpened, isRunning, lookOwed, MOVING_FACTS, nextLook, OPENING_FACTS, TENDED_FACTS } from './loan.policy';

const { commands } = activitiesByRetry<LoanCommands, object>();

/** A loan from its contract to the last đồng — khoản vay; years, by continue-as-new (D45 Art. 21–28). */
export async function loanKeeping(start: CaseStart): Promise<void> {
  const loan = followCase({ start, category: LOAN_CATEGORY, decider: loanDecider });

  // 1. The contract is signed, or the loan is taken over from an older book.
  if (!isOpened(loan.state)) await loan.first(OPENING_FACTS);

  while (isRunning(loan.state)) {
    if (lookOwed(loan.state, caseNow())) {
      // 2. The day asks something: a reminder, a missed instalment, the grouping of a month that ended, an inspection, the settlement.
      await loan.ensure(TENDED_FACTS, commands.tendLoan, { owed: (state) => lookOwed(state, caseNow()) });
    } else {
      // 3. Otherwise money moves or persons decide, until the next day that asks something.
      await loan.first(MOVING_FACTS, { until: nextLook(loan.state, caseNow()) });
    }
  }
  // 4. Settled or written off. A receipt that is reversed afterwards starts it again.
}
