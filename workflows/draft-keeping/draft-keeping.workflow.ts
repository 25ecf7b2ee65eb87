import { draftDecider } from '@hoptac/dossiers/domain';
import { activitiesByRetry, caseNow, followCase, type CaseStart } from '@hoptac/temporal/workflow';
import { DRAFT_CATEGORY, type DraftKeepingCommands } from './draft-keeping.contract';
import { ENDING_ACTS, FINDINGS, isKept, lookOwed, nextLook } from './draft-keeping.policy';

const { commands } = activitiesByRetry<DraftKeepingCommands, object>();

/** What becomes of a draft that nobody files — bản nháp; a setting of the house, no law asks for it. */
export async function draftKeeping(start: CaseStart): Promise<void> {
  const draft = followCase({ start, category: DRAFT_CATEGORY, decider: draftDecider });

  // 1. Somebody begins to fill in an application.
  await draft.until('DraftOpened');

  while (isKept(draft.state)) {
    if (lookOwed(draft.state, caseNow())) {
      // 2. It rested long: it was edited meanwhile, or its owner is reminded, or it expires.
      await draft.ensure(FINDINGS, commands.reviewDraft, { owed: (state) => lookOwed(state, caseNow()) });
    } else {
      // 3. Otherwise its owner files it or throws it away, until the next look.
      await draft.first(ENDING_ACTS, { until: nextLook(draft.state) });
    }
  }

  // 4. It has ended: its content is readable no more.
  await draft.also('clearDraft', commands.clearDraft);
}
