import {
  brokenRule,
  notAllowedNow,
  notFound,
  unreachable,
  type AggregateDefinition,
  type Command,
  type Decider,
  type LocalDate,
  type OrganisationKind,
  type Upcaster,
} from '@hoptac/kernel';
import { organisationCodeDefinition } from './organisation-code.decider';
import { organisationNameDefinition } from './organisation-name.decider';
import type {
  LegalStatus,
  OrganisationAreaReassigned,
  OrganisationEvent,
  OrganisationImported,
  OrganisationPublished,
  OrganisationRegistered,
} from './organisation.events';

/** Enters an organisation whose dossier was granted and issues its certificate (L23 Art. 42.4, 45–46). */
export type RegisterOrganisation = Command<'RegisterOrganisation', OrganisationRegistered['data']>;
/** Takes an organisation over from a register kept elsewhere. */
export type ImportOrganisation = Command<'ImportOrganisation', OrganisationImported['data']>;
/** Follows a reform of boundaries (D295 Art. 47.2). */
export type ReassignOrganisationArea = Command<'ReassignOrganisationArea', OrganisationAreaReassigned['data']>;
/** Publishes what was registered (L23 Art. 49). */
export type PublishOrganisation = Command<'PublishOrganisation', Omit<OrganisationPublished['data'], 'late'>>;
export type OrganisationCommand =
  RegisterOrganisation | ImportOrganisation | ReassignOrganisationArea | PublishOrganisation;

/** What identifies a certificate on paper — Giấy chứng nhận đăng ký (L23 Art. 45). */
export interface Certificate {
  readonly number: string;
  readonly token: string;
  readonly issuedOn: LocalDate;
}

export type OrganisationState =
  | { readonly status: 'Unknown' }
  | {
      readonly status: 'Entered';
      readonly organisationId: string;
      readonly kind: OrganisationKind;
      readonly name: string;
      readonly areaCode: string;
      /** What the register says of it; a register that was taken over may have left gaps. */
      readonly content: OrganisationImported['data']['content'];
      readonly officeId: string;
      readonly registeredOn?: LocalDate;
      /** The dossier that founded it; absent for what was taken over from elsewhere. */
      readonly dossierId?: string;
      readonly legalStatus: LegalStatus;
      /** What brought it here: the dossier, or the import's row. */
      readonly source: string;
      readonly code?: string;
      /** The certificate in force; absent for what was taken over from elsewhere. */
      readonly certificate?: Certificate;
      readonly publishedOn?: LocalDate;
    };
type Entered = Extract<OrganisationState, { status: 'Entered' }>;

/** An organisation is entered once (L23 Art. 46). */
export function organisationMustNotBeEntered(state: OrganisationState): void {
  if (state.status === 'Entered')
    throw notAllowedNow('REGISTRY.ALREADY_ENTERED', 'The organisation stands in the register');
}

export function organisationMustBeEntered(state: OrganisationState): asserts state is Entered {
  if (state.status === 'Unknown') throw notFound('REGISTRY.ORGANISATION_NOT_FOUND', 'There is no such organisation');
}

/** The code equals the tax code: ten digits (L23 Art. 46; D295 Art. 14; number of digits to be confirmed). */
export function codeMustBeATaxCode(code: string): void {
  if (!/^\d{10}$/.test(code))
    throw brokenRule('REGISTRY.CODE_MALFORMED', 'The code does not have ten digits', { code }, ['L23 Art. 46']);
}

/** A boundary reform moves an organisation from where it is. */
export function areaMustBeThePresentOne(state: Entered, areaCode: string): void {
  if (state.areaCode !== areaCode) {
    throw brokenRule('REGISTRY.AREA_DIFFERS', 'The organisation lies in another area', { areaCode: state.areaCode }, [
      'D295 Art. 47.2',
    ]);
  }
}

const sourceOfImport = ({ provenance }: OrganisationImported['data']): string =>
  `import:${provenance.file}:${String(provenance.row)}:${provenance.rowHash}`;

/** Streams `organisation-<organisationId>`. */
export const organisationDecider: Decider<OrganisationState, OrganisationCommand, OrganisationEvent> = {
  initialState: () => ({ status: 'Unknown' }),
  evolve,
  decide,
};

function evolve(state: OrganisationState, event: OrganisationEvent): OrganisationState {
  switch (event.type) {
    case 'OrganisationRegistered': {
      const { organisationId, code, content, dossierId, registeredOn, officeId } = event.data;
      const certificate = {
        number: event.data.certificateNumber,
        token: event.data.certificateToken,
        issuedOn: registeredOn,
      };
      return {
        ...entered(organisationId, content),
        ...{ officeId, registeredOn, legalStatus: 'ACTIVE', source: dossierId, dossierId, code, certificate },
      };
    }
    case 'OrganisationImported': {
      const { organisationId, code, content, legalStatus, officeId, registeredOn } = event.data;
      return {
        ...entered(organisationId, content),
        ...{ officeId, legalStatus, source: sourceOfImport(event.data) },
        ...(registeredOn === undefined ? {} : { registeredOn }),
        ...(code === undefined ? {} : { code }),
      };
    }
    case 'OrganisationAreaReassigned':
      return state.status === 'Entered' ? moved(state, event.data) : state;
    case 'OrganisationPublished':
      return state.status === 'Entered' ? { ...state, publishedOn: event.data.publishedOn } : state;
    default:
      return unreachable(event, 'organisation event');
  }
}

function decide(command: OrganisationCommand, state: OrganisationState): readonly OrganisationEvent[] {
  switch (command.type) {
    case 'RegisterOrganisation':
      if (state.status === 'Entered' && state.source === command.data.dossierId) return [];
      organisationMustNotBeEntered(state);
      codeMustBeATaxCode(command.data.code);
      return [{ type: 'OrganisationRegistered', data: command.data }];
    case 'ImportOrganisation':
      if (state.status === 'Entered' && state.source === sourceOfImport(command.data)) return [];
      organisationMustNotBeEntered(state);
      return [{ type: 'OrganisationImported', data: command.data }];
    case 'ReassignOrganisationArea':
      organisationMustBeEntered(state);
      if (state.areaCode === command.data.toAreaCode) return [];
      areaMustBeThePresentOne(state, command.data.fromAreaCode);
      return [{ type: 'OrganisationAreaReassigned', data: command.data }];
    case 'PublishOrganisation': {
      organisationMustBeEntered(state);
      if (state.publishedOn !== undefined) return [];
      const { publishedOn, dueOn } = command.data;
      return [{ type: 'OrganisationPublished', data: { ...command.data, late: publishedOn > dueOn } }];
    }
    default:
      return unreachable(command, 'organisation command');
  }
}

function entered(organisationId: string, content: OrganisationImported['data']['content']) {
  return {
    status: 'Entered',
    organisationId,
    kind: content.kind,
    name: content.name,
    areaCode: content.headOffice.areaCode,
    content,
  } as const;
}

function moved(state: Entered, { toAreaCode, officeId }: OrganisationAreaReassigned['data']): Entered {
  const headOffice = { ...state.content.headOffice, areaCode: toAreaCode };
  return { ...state, areaCode: toAreaCode, officeId, content: { ...state.content, headOffice } };
}

export const organisationDefinition: AggregateDefinition<OrganisationState, OrganisationCommand, OrganisationEvent> = {
  category: 'organisation',
  decider: organisationDecider,
  versions: {
    OrganisationRegistered: 1,
    OrganisationImported: 1,
    OrganisationAreaReassigned: 1,
    OrganisationPublished: 1,
  },
  upcasters: [],
};

/** Every event type of the context with its newest version, for the event store. */
export const registryCatalogue: { readonly versions: Record<string, number>; readonly upcasters: Upcaster[] } = {
  versions: {
    ...organisationDefinition.versions,
    ...organisationNameDefinition.versions,
    ...organisationCodeDefinition.versions,
  },
  upcasters: [
    ...organisationDefinition.upcasters,
    ...organisationNameDefinition.upcasters,
    ...organisationCodeDefinition.upcasters,
  ],
};
