import { CLOCK, systemActor, type Clock } from '@hoptac/kernel';
import { nameId } from '@hoptac/platform';
import type { CaseCategory, CaseDelivery, CaseFact } from '@hoptac/temporal';
import { Inject, Injectable } from '@nestjs/common';
import { owedBy, OWING_TYPES, type OweCorrespondence } from '../domain';
import { CorrespondenceStore } from './stores';

const ACTOR = systemActor('correspondence');

/** The dossiers' facts that this context reacts to. */
export const DOSSIERS_FOLLOWED: CaseCategory = {
  category: 'dossier',
  workflowType: 'none',
  taskQueue: 'none',
  workflowIdOf: (caseId) => caseId,
  openingTypes: ['DossierFiled'],
  wakingTypes: OWING_TYPES,
  closingTypes: [],
};

/**
 * Facts of dossiers become what is owed to applicants: the receiving end of a follower like the case feeder (design.md §3, reactor). At least once and in
 * each case's order; a fact owes once by its revision.
 */
@Injectable()
export class CorrespondenceReactor implements CaseDelivery {
  constructor(
    private readonly store: CorrespondenceStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws StoreUnavailable and conflicts, to be delivered again. */
  async deliver(_: CaseCategory, caseId: string, facts: readonly CaseFact[]): Promise<'delivered'> {
    for (const fact of facts) {
      const owing = owedBy(fact);
      if (owing === undefined) continue;
      const command: OweCorrespondence = {
        type: 'OweCorrespondence',
        data: { caseId, dossierRevision: fact.revision, notice: owing.kind, papers: owing.papers },
        metadata: {
          now: this.clock.now(),
          actor: ACTOR,
          commandId: nameId(caseId, `correspondence/${String(fact.revision)}`),
        },
      };
      await this.store.execute(caseId, command, { correlationId: caseId, legalBasis: owing.article.split('; ') });
    }
    return 'delivered';
  }
}
