import { completionOwed, suspensionDecider } from '@hoptac/dossiers/domain';
import { activitiesByRetry, caseNow, followCase, type CaseStart } from '@hoptac/temporal/workflow';
import {
  SUSPENSION_CATEGORY,
  type DeadlineSuspensionCommands,
  type DeadlineSuspensionExchanges,
} from './deadline-suspension.contract';
import { DECISIONS, nextLook, underWay } from './deadline-suspension.policy';

const { commands, exchanges } = activitiesByRetry<DeadlineSuspensionCommands, DeadlineSuspensionExchanges>();

/**
 * Suspensions of limits in one province — tạm dừng tính thời hạn do thiên tai, sự kiện bất khả kháng: one decision over many cases, recorded on each
 * on whom it fell. What a look does is idempotent, so a fresh run begins with one.
 */
export async function deadlineSuspension(start: CaseStart): Promise<void> {
  const province = followCase({ start, category: SUSPENSION_CATEGORY, decider: suspensionDecider });

  // 1. Somebody decides that limits do not run in an area for some days.
  await province.until('DeadlineSuspensionDecided');

  while (underWay(province.state)) {
    // 2. It falls on every open case of the area; after its end was moved, what is left is counted anew.
    await province.also(`applySuspensions/${caseNow()}`, exchanges.applySuspensions);
    if (completionOwed(province.state, caseNow())) {
      // 3. Its last day is over.
      await province.ensure('DeadlineSuspensionCompleted', commands.completeSuspensions, {
        owed: (state) => completionOwed(state, caseNow()),
      });
    } else {
      // 4. Otherwise it is prolonged, ended earlier, or another is decided, until the next look.
      await province.first(DECISIONS, { until: nextLook(province.state, caseNow()) });
    }
  }
}
