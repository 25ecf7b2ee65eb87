import type { BindingIndex } from '@hoptac/registry';
import type { FoundingApplication, RepresentativeFindings } from '../domain';

/** Fingerprint of the legal representative's identity number, where one was declared. */
export function fingerprintOf({
  members,
  legalRepresentativeId,
}: Pick<FoundingApplication, 'members' | 'legalRepresentativeId'>): { readonly representativeFingerprint?: string } {
  const declared = members.find(({ person }) => person.personId === legalRepresentativeId);
  return declared?.identityFingerprint === undefined ? {} : { representativeFingerprint: declared.identityFingerprint };
}

/** Whom else the register says this person stands for; the organisation that the dossier founds is left out. */
export async function representativeFindings(
  bindings: Pick<BindingIndex, 'representedBy'>,
  application: Pick<FoundingApplication, 'members' | 'legalRepresentativeId'>,
  exceptOrganisationId: string,
): Promise<RepresentativeFindings> {
  const { representativeFingerprint } = fingerprintOf(application);
  if (representativeFingerprint === undefined) return { identified: false, represents: [] };
  const represents = await bindings.representedBy(representativeFingerprint, exceptOrganisationId);
  return { identified: true, represents: represents.map(({ name, legalStatus }) => ({ name, legalStatus })) };
}
