import { projectionHarness } from '@hoptac/projections/testing';
import { imported, reassigned, registered } from '../testing/register';
import { bindingsProjection } from './bindings/bindings.projection';
import { certificatesProjection } from './certificates/certificates.projection';
import { namesProjection } from './names/names.projection';
import { organisationsProjection } from './organisations/organisations.projection';

describe('registry.organisations', () => {
  it('keeps what the register said before a reform', async () => {
    await projectionHarness(organisationsProjection)
      .on('organisation-2', imported(), reassigned('2', '91401', '91047'))
      .on('organisation-1', registered())
      .rebuilt()
      .thenRows('organisations', [
        {
          id: '2',
          area_code: '91401',
          office_id: 'office-914',
          valid_from: 1,
          valid_to: 2,
          code: null,
          gaps: ['code', 'charterCapital'],
        },
        {
          id: '2',
          area_code: '91047',
          office_id: 'office-91047',
          valid_from: 2,
          valid_to: null,
          code: null,
          gaps: ['code', 'charterCapital'],
        },
        {
          id: '1',
          area_code: '91001',
          office_id: 'office-91001',
          valid_from: 3,
          valid_to: null,
          code: '1700123456',
          gaps: [],
        },
      ]);
  });

  it('searches without accents', async () => {
    await projectionHarness(organisationsProjection)
      .on('organisation-2', imported())
      .twice()
      .thenRows('organisations', [
        { search: ' hop tac xa rau sach', main_line: null, charter_capital: null, sector: 'agriculture' },
      ]);
  });
});

describe('registry.names', () => {
  it('compares own names, and leaves groups out', async () => {
    const group = imported({ organisationId: '3' }, 'Tổ hợp tác Tân Phú');
    if (group.type === 'OrganisationImported') Object.assign(group.data.content, { kind: 'cooperativeGroup' });
    await projectionHarness(namesProjection)
      .on('organisation-1', registered({}, 'Hợp tác xã Tân Phú 2'))
      .on('organisation-3', group)
      .rebuilt()
      .thenRows('names', [{ organisation_id: '1', name: 'Hợp tác xã Tân Phú 2' }]);
  });
});

describe('registry.bindings', () => {
  it('knows codes and representatives by fingerprint, those of an old register too', async () => {
    await projectionHarness(bindingsProjection)
      .on('organisation-1', registered({ representativeFingerprint: 'f-1' }))
      .on('organisation-2', imported({ representativeFingerprint: 'f-1', legalStatus: 'REVOKED_TAX' }))
      .rebuilt()
      .thenRows('bindings', [
        { organisation_id: '1', code: '1700123456', legal_status: 'ACTIVE', representative_fingerprint: 'f-1' },
        { organisation_id: '2', code: null, legal_status: 'REVOKED_TAX', representative_fingerprint: 'f-1' },
      ]);
  });
});

describe('registry.certificates', () => {
  it('says what the paper says', async () => {
    await projectionHarness(certificatesProjection)
      .on('organisation-1', registered())
      .twice()
      .thenRows('certificates', [
        { token: 'token-1', number: '1700123456-01', charter_capital: 200_000_000, issued_on: '2026-11-27' },
      ]);
  });
});
