import type { OrganisationEvent, OrganisationImported, OrganisationRegistered } from '../domain';

/* Speaking examples of the register for the context's own specs. */

export const registered = (
  change: Partial<OrganisationRegistered['data']> = {},
  name = 'Hợp tác xã Nông nghiệp Tân Phú',
): OrganisationEvent => ({
  type: 'OrganisationRegistered',
  data: {
    organisationId: '1',
    code: '1700123456',
    content: {
      kind: 'cooperative',
      name,
      headOffice: { areaCode: '91001', line: 'Ấp Tân Phú 1' },
      businessLines: [{ code: '0111', main: true }],
      charterCapital: 200_000_000,
      officialMembers: 5,
      capitalContributingAffiliates: 0,
      nonContributingAffiliates: 0,
      legalRepresentative: { personId: 'm-1', box: 'sealed' },
    },
    registeredOn: '2026-11-27',
    officeId: 'office-91001',
    dossierId: 'd-1',
    certificateNumber: '1700123456-01',
    certificateToken: 'token-1',
    ...change,
  },
});

export const imported = (
  change: Partial<OrganisationImported['data']> = {},
  name = 'HỢP TÁC XÃ  Rau sạch',
): OrganisationEvent => ({
  type: 'OrganisationImported',
  data: {
    organisationId: '2',
    content: {
      kind: 'cooperative',
      name,
      headOffice: { areaCode: '91401', line: 'Ấp 3' },
      businessLines: [],
      capitalContributingAffiliates: 0,
      nonContributingAffiliates: 0,
    },
    sector: 'agriculture',
    legalStatus: 'ACTIVE',
    officeId: 'office-914',
    provenance: { importId: 'i-1', file: 'so-dang-ky.xlsx', row: 7, rowHash: 'abc' },
    gaps: ['code', 'charterCapital'],
    ...change,
  },
});

export const reassigned = (organisationId: string, fromAreaCode: string, toAreaCode: string): OrganisationEvent => ({
  type: 'OrganisationAreaReassigned',
  data: {
    organisationId,
    fromAreaCode,
    toAreaCode,
    officeId: `office-${toAreaCode}`,
    effectiveOn: '2025-07-01',
    ground: 'NQ 1654/NQ-UBTVQH15',
  },
});
