import { LegalTerms, evolve, type Defect, type DossierEvent } from '@hoptac/dossiers';
import type { AuthenticatedActor } from '@hoptac/identity';
import { recordedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, notAllowedNow, type Clock, type Recorded } from '@hoptac/kernel';
import { currentTemplateVersion, renderPaper } from '@hoptac/papers';
import { AppConfig } from '@hoptac/platform';
import { articleOfRefusal, isFiled, type RefusalGround } from '@hoptac/dossiers';
import { loadRulebook } from '@hoptac/rulebook';
import { Inject, Injectable } from '@nestjs/common';
import type { DossierAsOf } from './dossier-history';
import { PaperFacts } from './paper-facts';

/** What somebody is about to do, whose paper is to be seen first. */
export type PaperDraft =
  | { readonly kind: 'correctionNotice'; readonly defects: readonly Defect[] }
  | { readonly kind: 'refusal'; readonly ground: RefusalGround; readonly reason: string }
  | { readonly kind: 'certificate' };

const TOKEN = 'XEM-TRUOC-CHUA-CO-HIEU-LUC';

/** Papers as they would go out, marked as previews: the very templates, over the fact that the press would record. */
@Injectable()
export class PaperPreviews {
  constructor(
    private readonly facts: PaperFacts,
    private readonly terms: LegalTerms,
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `CORRESPONDENCE.NO_CODE_YET` (not-allowed-now) for a certificate before the tax authority gave the code. */
  async of(draft: PaperDraft, dossier: DossierAsOf, actor: AuthenticatedActor): Promise<Buffer> {
    const drafted = await this.drafted(draft, dossier, actor.personId);
    const asOf = drafted.reduce((before, event) => this.after(before, event, actor), dossier);
    const printing = { occurrence: 1, rulebookVersion: loadRulebook().version, publicUrl: this.config.publicUrl };
    const facts = await this.facts.of(draft.kind, asOf, printing);
    return renderPaper(draft.kind, currentTemplateVersion(draft.kind), facts, {
      demo: this.config.embedded,
      preview: true,
    });
  }

  private async drafted(draft: PaperDraft, { state }: DossierAsOf, by: string): Promise<readonly DossierEvent[]> {
    const today = localDateOf(this.clock.now());
    const decided = { decidedBy: by, examinedBy: by, decidedOn: today };
    switch (draft.kind) {
      case 'correctionNotice': {
        const { regime, decidingOfficeId, round } = state;
        const due = await this.terms.due('correctionAnswer', regime, decidingOfficeId, this.clock.now());
        const data = { round, defects: draft.defects, requestedBy: by, due };
        return [{ type: 'DossierCorrectionRequested', data }];
      }
      case 'refusal': {
        const { ground, reason } = draft;
        const article = articleOfRefusal(ground, state.regime);
        return [{ type: 'DossierRefused', data: { ...decided, ground, reason, article } }];
      }
      case 'certificate': {
        const { taxCode, dossierId } = state;
        if (taxCode === undefined)
          throw notAllowedNow('CORRESPONDENCE.NO_CODE_YET', 'The tax authority has not given the code yet');
        const issued = {
          organisationId: dossierId,
          code: taxCode,
          certificateNumber: `${taxCode}-01`,
          certificateToken: TOKEN,
          issuedOn: today,
        };
        return [
          { type: 'DossierGranted', data: decided },
          { type: 'DossierCertificateIssued', data: issued },
        ];
      }
    }
  }

  /** The dossier as it would stand after a fact that nobody recorded. */
  private after(before: DossierAsOf, event: DossierEvent, actor: AuthenticatedActor): DossierAsOf {
    const { fact, facts, state } = before;
    const now = this.clock.now();
    const next: Recorded<DossierEvent> = {
      ...fact,
      revision: fact.revision + 1,
      event,
      metadata: { ...fact.metadata, occurredAt: now, recordedBy: recordedActor(actor) },
    };
    const after = evolve(state, event);
    return { fact: next, facts: [...facts, next], state: isFiled(after) ? after : state };
  }
}
