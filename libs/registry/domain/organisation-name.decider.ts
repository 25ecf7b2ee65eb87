import {
  brokenRule,
  unreachable,
  type AggregateDefinition,
  type Command,
  type Decider,
  type OrganisationKind,
} from '@hoptac/kernel';
import type { OrganisationNameEvent } from './organisation.events';

export interface NameHolder {
  readonly type: 'dossier' | 'organisation';
  readonly id: string;
}

/** Holds the name; `takesOverFrom` names the dossier whose reservation becomes the organisation's own. */
export type ReserveName = Command<
  'ReserveName',
  { name: string; kind: OrganisationKind; holder: NameHolder; takesOverFrom?: string }
>;
/** Frees the name if this holder has it. */
export type ReleaseName = Command<'ReleaseName', { name: string; holderId: string; reason: string }>;
export type NameCommand = ReserveName | ReleaseName;

export interface NameState {
  readonly holder?: NameHolder;
}

/** Tên trùng: one holder of an own name at a time, nationwide (L23 Art. 50; D295 Art. 17). */
export function nameMustBeFree(state: NameState, name: string): void {
  if (state.holder !== undefined) {
    throw brokenRule('REGISTRY.NAME_DUPLICATE', 'The name has a holder', { name, holder: state.holder.type }, [
      'L23 Art. 50',
    ]);
  }
}

/** Streams `organisationName-<sha256 of the comparison form>`. */
export const organisationNameDecider: Decider<NameState, NameCommand, OrganisationNameEvent> = {
  initialState: () => ({}),
  evolve: (_, event) => {
    switch (event.type) {
      case 'OrganisationNameReserved':
        return { holder: event.data.holder };
      case 'OrganisationNameReleased':
        return {};
      default:
        return unreachable(event, 'name event');
    }
  },
  decide: (command, state) => {
    switch (command.type) {
      case 'ReserveName': {
        const { name, kind, holder, takesOverFrom } = command.data;
        if (state.holder?.id === holder.id) return [];
        if (takesOverFrom === undefined || state.holder?.id !== takesOverFrom) nameMustBeFree(state, name);
        return [{ type: 'OrganisationNameReserved', data: { name, kind, holder, reservedAt: command.metadata.now } }];
      }
      case 'ReleaseName':
        return state.holder?.id === command.data.holderId
          ? [{ type: 'OrganisationNameReleased', data: command.data }]
          : [];
      default:
        return unreachable(command, 'name command');
    }
  },
};

export const organisationNameDefinition: AggregateDefinition<NameState, NameCommand, OrganisationNameEvent> = {
  category: 'organisationName',
  decider: organisationNameDecider,
  versions: { OrganisationNameReserved: 1, OrganisationNameReleased: 1 },
  upcasters: [],
};
