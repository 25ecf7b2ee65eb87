import {
  brokenRule,
  cleanText,
  invalidInput,
  isLocalDate,
  isoWeekday,
  notFound,
  unreachable,
  type AggregateDefinition,
  type Command,
  type Decider,
  type EvidenceMark,
  type Instant,
} from '@hoptac/kernel';
import type { CalendarOverride, OverrideKind } from '../calendar-day';
import { canonicalJson } from '../content-hash';
import {
  calendarOverrideUpcasters,
  calendarOverrideVersions,
  type CalendarOverrideEvent,
} from './calendar-override.events';

/** What the administrator enters; since when it is known and by whom comes from the command itself. */
export type OverrideEntry = Omit<CalendarOverride, 'knownSince' | 'enteredBy'>;
export type OverrideCalendarDay = Command<'OverrideCalendarDay', OverrideEntry>;
export type WithdrawCalendarOverride = Command<'WithdrawCalendarOverride', { id: string; reason: string }>;
export type CalendarOverrideCommand = OverrideCalendarDay | WithdrawCalendarOverride;

/** An override ever entered; withdrawn ones stay, so that an earlier count can be understood. */
export interface EnteredOverride {
  readonly override: CalendarOverride;
  readonly withdrawnAt?: Instant;
}

export interface CalendarOverrides {
  readonly entered: Readonly<Record<string, EnteredOverride>>;
}

const KINDS: readonly string[] = [
  'holiday',
  'day_off_in_lieu',
  'swap_day_off',
  'working_swap',
  'closure',
  'ordinary',
] satisfies OverrideKind[];
const MARKS: readonly string[] = ['verified', 'secondary', 'to_confirm'] satisfies EvidenceMark[];
const SCOPE = /^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/;

export const calendarOverridesDecider: Decider<CalendarOverrides, CalendarOverrideCommand, CalendarOverrideEvent> = {
  initialState: () => ({ entered: {} }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'CalendarDayOverridden':
        return { entered: { ...state.entered, [event.data.id]: { override: event.data } } };
      case 'CalendarOverrideWithdrawn': {
        const found = enteredUnder(state, event.data.id);
        if (found === undefined) return state;
        return { entered: { ...state.entered, [event.data.id]: { ...found, withdrawnAt: event.data.withdrawnAt } } };
      }
      default:
        return unreachable(event, 'event');
    }
  },
  decide: (command, state) => {
    switch (command.type) {
      case 'OverrideCalendarDay':
        return enter(command, state);
      case 'WithdrawCalendarOverride':
        return withdraw(command, state);
      default:
        return unreachable(command, 'command');
    }
  },
};

/** Stream `calendarOverrides-province`. */
export const calendarOverridesDefinition: AggregateDefinition<
  CalendarOverrides,
  CalendarOverrideCommand,
  CalendarOverrideEvent
> = {
  category: 'calendarOverrides',
  decider: calendarOverridesDecider,
  versions: calendarOverrideVersions,
  upcasters: calendarOverrideUpcasters,
};

/** Id of the one stream of the category. */
export const CALENDAR_OVERRIDES_ID = 'province';

/** The overrides in force at an instant: entered by then and not yet withdrawn. */
export function overridesInForce(state: CalendarOverrides, at: Instant): readonly CalendarOverride[] {
  const instant = Date.parse(at);
  return Object.values(state.entered)
    .filter(
      ({ override, withdrawnAt }) =>
        Date.parse(override.knownSince) <= instant && (withdrawnAt === undefined || instant < Date.parse(withdrawnAt)),
    )
    .map(({ override }) => override);
}

/** An id is any text, `constructor` too. */
const enteredUnder = (state: CalendarOverrides, id: string): EnteredOverride | undefined =>
  Object.hasOwn(state.entered, id) ? state.entered[id] : undefined;

function enter({ data, metadata }: OverrideCalendarDay, state: CalendarOverrides): readonly CalendarOverrideEvent[] {
  const entry = cleanEntry(data);
  mustBeWellFormed(entry);
  kindMustFitWeekday(entry);
  const same = enteredUnder(state, entry.id);
  if (same !== undefined) {
    if (same.withdrawnAt === undefined && canonicalJson(cleanEntry(same.override)) === canonicalJson(entry)) return [];
    throw brokenRule('CALENDAR.OVERRIDE_ID_TAKEN', `Override ${entry.id} was entered with other content or withdrawn`, {
      id: entry.id,
    });
  }
  dayMustBeFree(entry, state);
  return [
    { type: 'CalendarDayOverridden', data: { ...entry, knownSince: metadata.now, enteredBy: metadata.actor.personId } },
  ];
}

function withdraw(
  { data, metadata }: WithdrawCalendarOverride,
  state: CalendarOverrides,
): readonly CalendarOverrideEvent[] {
  const found = enteredUnder(state, data.id);
  if (found === undefined) throw notFound('CALENDAR.OVERRIDE_NOT_FOUND', `No override ${data.id}`, { id: data.id });
  if (found.withdrawnAt !== undefined) return [];
  const reason = cleanText(data.reason);
  if (reason === '') throw invalidInput('CALENDAR.REASON_MISSING', 'A withdrawal needs its reason', { id: data.id });
  return [
    {
      type: 'CalendarOverrideWithdrawn',
      data: { id: data.id, reason, withdrawnAt: metadata.now, withdrawnBy: metadata.actor.personId },
    },
  ];
}

/** Known fields only, text in its stored form. */
function cleanEntry(data: OverrideEntry): OverrideEntry {
  return {
    id: data.id,
    date: data.date,
    kind: data.kind,
    scope: data.scope,
    nameVi: cleanText(data.nameVi),
    ...(data.nameEn === undefined ? {} : { nameEn: cleanText(data.nameEn) }),
    source: cleanText(data.source),
    evidence: data.evidence,
  };
}

/** Every override carries a day that exists, a name and its paper. */
function mustBeWellFormed(entry: OverrideEntry): void {
  const wrong =
    (entry.id === '' && 'id') ||
    (!isLocalDate(entry.date) && 'date') ||
    (!KINDS.includes(entry.kind) && 'kind') ||
    (!SCOPE.test(entry.scope) && 'scope') ||
    (entry.nameVi === '' && 'nameVi') ||
    (entry.nameEn === '' && 'nameEn') ||
    (entry.source === '' && 'source') ||
    (!MARKS.includes(entry.evidence) && 'evidence');
  if (wrong) throw invalidInput('CALENDAR.OVERRIDE_INVALID', `Override without a usable ${wrong}`, { field: wrong });
}

/** A day is made up on a weekend, and swapped off from Monday to Friday; the other way round is a slip of the pen. */
function kindMustFitWeekday(entry: OverrideEntry): void {
  const weekend = isoWeekday(entry.date) > 5;
  if ((entry.kind === 'working_swap' && !weekend) || (entry.kind === 'swap_day_off' && weekend)) {
    throw brokenRule('CALENDAR.OVERRIDE_KIND_MISMATCH', `${entry.kind} cannot be on ${entry.date}`, {
      date: entry.date,
      kind: entry.kind,
    });
  }
}

/** One override for a day and area at a time: the earlier one is withdrawn first, with its reason. */
function dayMustBeFree(entry: OverrideEntry, state: CalendarOverrides): void {
  const holder = Object.values(state.entered).find(
    ({ override, withdrawnAt }) =>
      withdrawnAt === undefined && override.date === entry.date && override.scope === entry.scope,
  );
  if (holder !== undefined) {
    throw brokenRule('CALENDAR.OVERRIDE_DAY_TAKEN', `${entry.date} is already overridden for ${entry.scope}`, {
      date: entry.date,
      scope: entry.scope,
      id: holder.override.id,
    });
  }
}
