import type { Projection } from '@hoptac/projections';
import { casePageProjection } from './read-models/case-page/case-page.projection';
import { draftsProjection } from './read-models/drafts/drafts.projection';
import { myDossiersProjection } from './read-models/my-dossiers/my-dossiers.projection';
import { publicLookupProjection } from './read-models/public-lookup/public-lookup.projection';
import { queueProjection } from './read-models/queue/queue.projection';
import { stepTimesProjection } from './read-models/step-times/step-times.projection';

export * from './domain';
export { DeadlineSuspensionActivities } from './activities/deadline-suspension.activities';
export { DraftKeepingActivities } from './activities/draft-keeping.activities';
export { FoundingRegistrationActivities } from './activities/founding-registration.activities';
export {
  TaxAuthority,
  TaxAuthorityUnavailable,
  type TaxCodeAnswer,
  type TaxCodeRequest,
} from './activities/tax-authority';
export { TaxCodeActivities } from './activities/tax-code.activities';
export type { Declaration, DeclaredPerson, DeclaredVersion, MemberDeclaration } from './application/declaration';
export { DossierSteps, type ProposedDecision, type WithdrawalDecision } from './application/dossier-steps';
export { LegalTerms } from './application/legal-terms';
export { FileDossierHandler, type Filing } from './application/file-dossier';
export type { Press, StepAnswer } from './application/step';
export { DossierStore } from './application/stores';
export { DossiersModule } from './dossiers.module';
export { plain, type Plain } from './http/plain';
export { pressOf } from './http/press';
export { RevisionTag } from './http/revision-tag.interceptor';
export { STEP_WORDS } from './http/step-words';
export { type OpenLimit, OpenLimits } from './read-models/queue/open-limits';
export { PublicLookup } from './read-models/public-lookup/public-lookup';
export type { DossierSummary } from './read-models/summary/dossier-summary';

/** Every read model of the context, for the projector. */
export const dossiersProjections: readonly Projection<never>[] = [
  queueProjection,
  myDossiersProjection,
  publicLookupProjection,
  casePageProjection,
  stepTimesProjection,
  draftsProjection,
];
