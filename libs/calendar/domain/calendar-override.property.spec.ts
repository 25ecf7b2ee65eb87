import { fold, isDomainError, type Instant } from '@hoptac/kernel';
import fc from 'fast-check';
import {
  calendarOverridesDecider,
  overridesInForce,
  type CalendarOverrideCommand,
  type CalendarOverrideEvent,
} from './index';

/** The same cases on every run; fast-check prints the seed with a failure. */
fc.configureGlobal({ seed: 20_261_122 });

const instant = fc
  .integer({ min: 0, max: 30 * 24 })
  .map((hours) => new Date(Date.UTC(2026, 10, 1, hours)).toISOString() as Instant);
const id = fc.constantFrom('a', 'b', 'c', '__proto__');
const data = fc.oneof(
  fc.record({
    type: fc.constant('OverrideCalendarDay' as const),
    data: fc.record({
      id,
      date: fc.constantFrom('2026-11-23' as const, '2026-11-25' as const, '2026-11-28' as const),
      kind: fc.constantFrom('closure' as const, 'swap_day_off' as const, 'ordinary' as const),
      scope: fc.constantFrom('nationwide', '91'),
      nameVi: fc.constant('Nghỉ'),
      source: fc.constant('Công văn'),
      evidence: fc.constant('verified' as const),
    }),
  }),
  fc.record({
    type: fc.constant('WithdrawCalendarOverride' as const),
    data: fc.record({ id, reason: fc.constantFrom('Nhập nhầm', '') }),
  }),
);
const command: fc.Arbitrary<CalendarOverrideCommand> = fc.tuple(data, instant).map(([order, now]) => ({
  ...order,
  metadata: { now, actor: { personId: 'p', role: 'administrator' }, commandId: 'c' },
}));

/** What the command adds; a refusal adds nothing. */
function decided(order: CalendarOverrideCommand, history: readonly CalendarOverrideEvent[]) {
  try {
    return calendarOverridesDecider.decide(order, fold(calendarOverridesDecider, history));
  } catch (error) {
    if (isDomainError(error)) return [];
    throw error;
  }
}

const historyOf = (orders: readonly CalendarOverrideCommand[]): readonly CalendarOverrideEvent[] =>
  orders.reduce<readonly CalendarOverrideEvent[]>((history, order) => [...history, ...decided(order, history)], []);

describe('overrides of the calendar', () => {
  it('record a command once, however often it is given', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), command, (orders, order) => {
        const history = historyOf(orders);
        expect(decided(order, [...history, ...decided(order, history)])).toEqual([]);
      }),
    );
  });

  it('are never two for one day and area', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (orders) => {
        const state = fold(calendarOverridesDecider, historyOf(orders));
        const days = overridesInForce(state, '2027-01-01T00:00:00.000Z').map(({ date, scope }) => `${date} ${scope}`);
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });
});
