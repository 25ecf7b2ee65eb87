import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold, type Instant } from '@hoptac/kernel';
import {
  calendarCatalogue,
  calendarOverridesDecider,
  calendarOverridesDefinition,
  overridesInForce,
  type CalendarOverrideCommand,
  type CalendarOverrideEvent,
  type OverrideEntry,
} from './index';

const swap: OverrideEntry = {
  id: 'swap-2026',
  date: '2026-11-23',
  kind: 'swap_day_off',
  scope: 'nationwide',
  nameVi: 'Nghỉ hoán đổi',
  source: 'Công điện thử nghiệm',
  evidence: 'verified',
};
const enter = (
  entry: Partial<OverrideEntry> = {},
  now: Instant = '2026-11-20T01:00:00.000Z',
): CalendarOverrideCommand => ({
  type: 'OverrideCalendarDay',
  data: { ...swap, ...entry },
  metadata: { now, actor: { personId: 'admin-1', role: 'administrator' }, commandId: 'c1' },
});
const withdraw = (
  id: string,
  reason = 'Nhập nhầm',
  now: Instant = '2026-11-21T01:00:00.000Z',
): CalendarOverrideCommand => ({
  type: 'WithdrawCalendarOverride',
  data: { id, reason },
  metadata: { now, actor: { personId: 'admin-2', role: 'administrator' }, commandId: 'c2' },
});

const state = (events: readonly CalendarOverrideEvent[]) => fold(calendarOverridesDecider, events);
const run = (...commands: readonly CalendarOverrideCommand[]): readonly CalendarOverrideEvent[] =>
  commands.reduce<readonly CalendarOverrideEvent[]>(
    (events, command) => [...events, ...calendarOverridesDecider.decide(command, state(events))],
    [],
  );
const refusal = (...commands: readonly CalendarOverrideCommand[]): string => {
  try {
    run(...commands);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'not refused';
};

describe('entering an override', () => {
  it('records since when it is known and who entered it, from the command itself', () => {
    expect(run(enter({ nameVi: '  Nghỉ   hoán đổi ' }))).toEqual([
      {
        type: 'CalendarDayOverridden',
        data: { ...swap, knownSince: '2026-11-20T01:00:00.000Z', enteredBy: 'admin-1' },
      },
    ]);
  });

  it('takes nothing that the entry does not have', () => {
    const padded = {
      ...swap,
      knownSince: '2020-01-01T00:00:00.000Z',
      enteredBy: 'somebody else',
      extra: true,
    } as OverrideEntry;
    expect(run({ ...enter(), data: padded } as CalendarOverrideCommand)).toEqual(run(enter()));
  });

  it('changes nothing when it is entered again', () => {
    expect(run(enter(), enter({}, '2026-11-20T02:00:00.000Z'))).toHaveLength(1);
  });

  it('needs a day, a name, a paper, a scope, a kind and a mark', () => {
    expect(refusal(enter({ date: '2026-02-29' }))).toBe('CALENDAR.OVERRIDE_INVALID');
    expect(refusal(enter({ nameVi: ' ' }))).toBe('CALENDAR.OVERRIDE_INVALID');
    expect(refusal(enter({ nameEn: '' }))).toBe('CALENDAR.OVERRIDE_INVALID');
    expect(refusal(enter({ source: '' }))).toBe('CALENDAR.OVERRIDE_INVALID');
    expect(refusal(enter({ scope: 'the moon' }))).toBe('CALENDAR.OVERRIDE_INVALID');
    expect(refusal(enter({ id: '' }))).toBe('CALENDAR.OVERRIDE_INVALID');
    expect(refusal(enter({ kind: 'feast' as never }))).toBe('CALENDAR.OVERRIDE_INVALID');
    expect(refusal(enter({ evidence: 'sure' as never }))).toBe('CALENDAR.OVERRIDE_INVALID');
  });

  it('refuses a make-up day in the week and a swap day off on a weekend', () => {
    expect(refusal(enter({ kind: 'working_swap' }))).toBe('CALENDAR.OVERRIDE_KIND_MISMATCH');
    expect(refusal(enter({ date: '2026-11-28' }))).toBe('CALENDAR.OVERRIDE_KIND_MISMATCH');
    expect(refusal(enter({ date: '2026-11-28', kind: 'working_swap' }))).toBe('not refused');
  });

  it('refuses a second one for the same day and area, until the first is withdrawn', () => {
    expect(refusal(enter(), enter({ id: 'other' }))).toBe('CALENDAR.OVERRIDE_DAY_TAKEN');
    expect(refusal(enter(), enter({ id: 'other', scope: '91' }))).toBe('not refused');
    expect(refusal(enter(), withdraw(swap.id), enter({ id: 'other' }))).toBe('not refused');
  });

  it('refuses an id that stands for something else', () => {
    expect(refusal(enter(), enter({ date: '2026-11-25' }))).toBe('CALENDAR.OVERRIDE_ID_TAKEN');
    expect(refusal(enter(), withdraw(swap.id), enter())).toBe('CALENDAR.OVERRIDE_ID_TAKEN');
  });

  it('is not fooled by ids that every object has', () => {
    expect(run(enter({ id: 'constructor' }))).toHaveLength(1);
    expect(refusal(withdraw('toString'))).toBe('CALENDAR.OVERRIDE_NOT_FOUND');
  });
});

describe('withdrawing an override', () => {
  it('records when, by whom and why, once', () => {
    expect(run(enter(), withdraw(swap.id), withdraw(swap.id)).slice(1)).toEqual([
      {
        type: 'CalendarOverrideWithdrawn',
        data: { id: swap.id, reason: 'Nhập nhầm', withdrawnAt: '2026-11-21T01:00:00.000Z', withdrawnBy: 'admin-2' },
      },
    ]);
  });

  it('needs its reason, and something to withdraw', () => {
    expect(refusal(enter(), withdraw(swap.id, ' '))).toBe('CALENDAR.REASON_MISSING');
    expect(refusal(withdraw(swap.id))).toBe('CALENDAR.OVERRIDE_NOT_FOUND');
  });

  it('leaves earlier instants as they were', () => {
    const events = run(enter(), withdraw(swap.id));
    const idsAt = (at: Instant) => overridesInForce(state(events), at).map(({ id }) => id);
    expect(idsAt('2026-11-19T00:00:00.000Z')).toEqual([]);
    expect(idsAt('2026-11-20T12:00:00.000Z')).toEqual([swap.id]);
    expect(idsAt('2026-11-21T01:00:00.000Z')).toEqual([]);
  });

  it('of an override that the stream does not have leaves the state alone', () => {
    const stray: CalendarOverrideEvent = {
      type: 'CalendarOverrideWithdrawn',
      data: { id: 'x', reason: 'y', withdrawnAt: '2026-11-21T01:00:00.000Z', withdrawnBy: 'z' },
    };
    expect(state([stray])).toEqual({ entered: {} });
  });
});

it('is offered to the event store under its category with every version', () => {
  expect(calendarOverridesDefinition.category).toBe('calendarOverrides');
  expect(calendarCatalogue.versions).toEqual({ CalendarDayOverridden: 1, CalendarOverrideWithdrawn: 1 });
});

/** Samples are added with each new version, never edited. */
describe('events as they were ever written', () => {
  const sample = (name: string): unknown =>
    JSON.parse(readFileSync(join(__dirname, '__samples__', `${name}.json`), 'utf8'));

  it('still fold', () => {
    const events = [
      { type: 'CalendarDayOverridden', data: sample('CalendarDayOverridden.v1') },
      { type: 'CalendarOverrideWithdrawn', data: sample('CalendarOverrideWithdrawn.v1') },
    ] as readonly CalendarOverrideEvent[];
    const [entered] = events;
    expect(overridesInForce(state(events), '2026-11-20T12:00:00.000Z')).toEqual([entered?.data]);
    expect(overridesInForce(state(events), '2026-11-22T00:00:00.000Z')).toEqual([]);
  });
});
