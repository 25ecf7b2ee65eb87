import type { Projection } from '@hoptac/projections';
import { bindingsProjection } from './read-models/bindings/bindings.projection';
import { certificatesProjection } from './read-models/certificates/certificates.projection';
import { namesProjection } from './read-models/names/names.projection';
import { organisationsProjection } from './read-models/organisations/organisations.projection';

export * from './domain';
export { type CertificateFinding, CertificateVerification } from './application/certificate-verification';
export { OrganisationCodes } from './application/organisation-codes';
export { OrganisationNames, type NameExamination } from './application/organisation-names';
export {
  organisationIdOf,
  OrganisationRegister,
  type GrantedRegistration,
  type Publication,
  type Registered,
} from './application/organisation-register';
export { type PublicOrganisation, type PublicOrganisationPage, PublicRegister } from './application/public-register';
export { OrganisationCodeStore, OrganisationNameStore, OrganisationStore } from './application/stores';
export type { WorkingContext } from './application/working-context';
export { followReform, type Reform } from './import/boundary-reform';
export type { Field } from './import/columns';
export { type ImportPlan, rejectedCsv } from './import/plan';
export { importReasonText } from './import/reasons';
export {
  type ImportProgress,
  type PreparedImport,
  RegisterImport,
  importedOrganisationId,
} from './import/register-import';
export { demoRegister } from './demo/demo-register';
export { BindingIndex, type RepresentedOrganisation } from './read-models/bindings/binding-index';
export type { OrganisationFilter } from './read-models/organisations/organisation-filter';
export { OrganisationList } from './read-models/organisations/organisation-list';
export type { OrganisationRow, OrganisationTables } from './read-models/organisations/organisations.tables';
export { RegistryModule } from './registry.module';

/** Every read model of the context, for the projector. */
export const registryProjections: readonly Projection<never>[] = [
  organisationsProjection,
  namesProjection,
  bindingsProjection,
  certificatesProjection,
];
