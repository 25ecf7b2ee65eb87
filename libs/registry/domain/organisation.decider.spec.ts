import { fold, type Actor, type CommandMetadata } from '@hoptac/kernel';
import { given } from '@hoptac/testing';
import { imported, reassigned, registered } from '../testing/register';
import { organisationDecider, organisationNameDecider, type OrganisationCommand, type OrganisationNameEvent } from '.';

const actor: Actor = { personId: 'system:registration', role: 'system' };
const metadata: CommandMetadata = { now: '2026-11-27T02:00:00.000Z', actor, commandId: 'c-1' };
const order = (event: ReturnType<typeof registered>): OrganisationCommand => {
  const type = {
    OrganisationRegistered: 'RegisterOrganisation',
    OrganisationImported: 'ImportOrganisation',
    OrganisationAreaReassigned: 'ReassignOrganisationArea',
    OrganisationPublished: 'PublishOrganisation',
  }[event.type];
  return { type, data: event.data, metadata } as OrganisationCommand;
};

describe('the register', () => {
  it('enters an organisation once per dossier (L23 Art. 46)', () => {
    given(organisationDecider).when(order(registered())).then(registered()).when(order(registered())).thenNothing();
    given(organisationDecider, registered())
      .when(order(registered({ dossierId: 'd-2' })))
      .thenRefused('REGISTRY.ALREADY_ENTERED');
  });

  it('wants a tax code of ten digits', () => {
    given(organisationDecider)
      .when(order(registered({ code: '170012345' })))
      .thenRefused('REGISTRY.CODE_MALFORMED');
  });

  it('publishes what was registered once, and says when that was late (L23 Art. 49.3)', () => {
    const data = {
      organisationId: '1',
      publishedOn: '2026-12-27',
      publishedUntil: '2027-01-26',
      dueOn: '2026-12-27',
      article: 'L23 Art. 49.3',
    } as const;
    const publish = (change: object = {}): OrganisationCommand => ({
      type: 'PublishOrganisation',
      data: { ...data, ...change },
      metadata,
    });
    given(organisationDecider).when(publish()).thenRefused('REGISTRY.ORGANISATION_NOT_FOUND');
    given(organisationDecider, registered())
      .when(publish())
      .then({ type: 'OrganisationPublished', data: { ...data, late: false } })
      .when(publish({ publishedOn: '2026-12-28' }))
      .thenNothing();
    given(organisationDecider, registered())
      .when(publish({ publishedOn: '2026-12-28' }))
      .then({ type: 'OrganisationPublished', data: { ...data, publishedOn: '2026-12-28', late: true } });
  });

  it('imports a row once, and never over another', () => {
    given(organisationDecider).when(order(imported())).then(imported()).when(order(imported())).thenNothing();
    const other = imported({ provenance: { importId: 'i-2', file: 'khac.xlsx', row: 1, rowHash: 'def' } });
    given(organisationDecider, imported()).when(order(other)).thenRefused('REGISTRY.ALREADY_ENTERED');
  });

  it('follows a reform of boundaries from where the organisation is (D295 Art. 47.2)', () => {
    const moved = reassigned('2', '91401', '91047');
    given(organisationDecider, imported()).when(order(moved)).then(moved).when(order(moved)).thenNothing();
    given(organisationDecider, imported())
      .when(order(reassigned('2', '91402', '91047')))
      .thenRefused('REGISTRY.AREA_DIFFERS');
    given(organisationDecider).when(order(moved)).thenRefused('REGISTRY.ORGANISATION_NOT_FOUND');
  });
});

it('an organisation’s state is what the register says of it, moved ones where they were moved to', () => {
  const before = fold(organisationDecider, [imported()]);
  const after = fold(organisationDecider, [imported(), reassigned('2', '91401', '91047')]);
  expect(before).toMatchObject({
    officeId: 'office-914',
    content: { headOffice: { areaCode: '91401', line: 'Ấp 3' } },
  });
  expect(after).toMatchObject({
    areaCode: '91047',
    officeId: 'office-91047',
    content: { headOffice: { areaCode: '91047', line: 'Ấp 3' } },
  });
  expect(fold(organisationDecider, [registered()])).toMatchObject({ dossierId: 'd-1', registeredOn: '2026-11-27' });
});

describe('a name (L23 Art. 50)', () => {
  const reserve = (holder: { type: 'dossier' | 'organisation'; id: string }, takesOverFrom?: string) => ({
    type: 'ReserveName' as const,
    data: {
      name: 'Tân Phú',
      kind: 'cooperative' as const,
      holder,
      ...(takesOverFrom === undefined ? {} : { takesOverFrom }),
    },
    metadata,
  });
  const release = (holderId: string) => ({
    type: 'ReleaseName' as const,
    data: { name: 'Tân Phú', holderId, reason: 'x' },
    metadata,
  });
  const held = (type: 'dossier' | 'organisation', id: string): OrganisationNameEvent => ({
    type: 'OrganisationNameReserved',
    data: { name: 'Tân Phú', kind: 'cooperative', holder: { type, id }, reservedAt: metadata.now },
  });
  const released: OrganisationNameEvent = {
    type: 'OrganisationNameReleased',
    data: { name: 'Tân Phú', holderId: 'd-1', reason: 'x' },
  };

  it('has one holder', () => {
    given(organisationNameDecider)
      .when(reserve({ type: 'dossier', id: 'd-1' }))
      .then(held('dossier', 'd-1'))
      .when(reserve({ type: 'dossier', id: 'd-1' }))
      .thenNothing()
      .when(reserve({ type: 'dossier', id: 'd-2' }))
      .thenRefused('REGISTRY.NAME_DUPLICATE');
  });

  it('passes from the dossier to the organisation it founds, and to no other', () => {
    given(organisationNameDecider, held('dossier', 'd-1'))
      .when(reserve({ type: 'organisation', id: 'o-1' }, 'd-1'))
      .then(held('organisation', 'o-1'));
    given(organisationNameDecider, held('dossier', 'd-1'))
      .when(reserve({ type: 'organisation', id: 'o-2' }, 'd-2'))
      .thenRefused('REGISTRY.NAME_DUPLICATE');
  });

  it('is freed by its holder only', () => {
    given(organisationNameDecider, held('dossier', 'd-1')).when(release('d-2')).thenNothing();
    given(organisationNameDecider, held('dossier', 'd-1'))
      .when(release('d-1'))
      .then(released)
      .when(reserve({ type: 'dossier', id: 'd-2' }))
      .then(held('dossier', 'd-2'));
  });
});
