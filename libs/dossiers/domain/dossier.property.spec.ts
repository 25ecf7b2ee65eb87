import { fold, isDomainError, type Actor, type Instant } from '@hoptac/kernel';
import fc from 'fast-check';
import * as the from '../testing/founding';
import {
  dossierDecider,
  failedItems,
  isClosed,
  isFiled,
  openItems,
  type DossierCommand,
  type DossierEvent,
  type DossierState,
} from '.';

/** Few people, so that they meet: each may examine, decide, and stand in for another. */
const people = ['p-1', 'p-2', 'p-3'];
const actors: fc.Arbitrary<Actor> = fc.record(
  {
    personId: fc.constantFrom(...people),
    role: fc.constantFrom('officer', 'head', 'applicant'),
    onBehalfOf: fc.constantFrom(...people),
  },
  { requiredKeys: ['personId', 'role'] },
);
/** Around every limit of the examples, to the millisecond. */
const instants: fc.Arbitrary<Instant> = fc
  .tuple(
    fc.constantFrom(the.MONDAY, the.WITHDRAWAL_DUE.dueAt, the.DECISION_DUE.dueAt, the.CORRECTION_DUE.dueAt),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([at, shift]) => new Date(Date.parse(at) + shift).toISOString() as Instant);

type Order = Pick<DossierCommand, 'type' | 'data'>;
const anything: fc.Arbitrary<Order> = fc.oneof(
  fc.constant<Order>({ type: 'FileDossier', data: the.file().data }),
  fc
    .record({ round: fc.nat(2), nameReserved: fc.boolean() })
    .map((found): Order => ({ type: 'RecordChecks', data: { ...found, results: [] } })),
  fc.constant<Order>({ type: 'ClaimDossier', data: {} }),
  fc.constant<Order>({ type: 'RequestCorrection', data: { defects: the.DEFECTS, due: the.CORRECTION_DUE } }),
  fc.constant<Order>({
    type: 'ResubmitDossier',
    data: { application: the.application(), documents: [], due: the.DECISION_DUE },
  }),
  fc.constant<Order>({ type: 'LapseDossier', data: {} }),
  fc.record({ round: fc.nat(2), outcome: fc.constantFrom('passed', 'failed') }).map(({ round, outcome }): Order => {
    const checks = [{ check: 'document:charter', outcome, note: 'x' }];
    return { type: 'ConfirmChecks', data: { round, checks } };
  }),
  fc.constant<Order>({ type: 'RecallProposal', data: {} }),
  fc.constantFrom(...people).map((officerId): Order => ({ type: 'AssignDossier', data: { officerId } })),
  fc.constant<Order>({ type: 'ReleaseDossier', data: {} }),
  fc.constant<Order>({ type: 'ExamineDossier', data: { proposal: 'grant' } }),
  fc.constant<Order>({ type: 'ExamineDossier', data: { proposal: 'refuse', ground: 'conditionsNotMet', reason: 'x' } }),
  fc.constant<Order>({ type: 'ReturnDossier', data: { reason: 'x' } }),
  fc.constantFrom('1700123456', '1700999999').map((taxCode): Order => ({ type: 'RecordTaxCode', data: { taxCode } })),
  fc.nat(2).map((round): Order => ({ type: 'RecordTaxCodeRefusal', data: { round, reason: 'x' } })),
  fc.constant<Order>({ type: 'GrantDossier', data: {} }),
  fc.constant<Order>({ type: 'RefuseDossier', data: { ground: 'conditionsNotMet', reason: 'x' } }),
  fc.constant<Order>({ type: 'RequestWithdrawal', data: { reason: 'x', due: the.WITHDRAWAL_DUE } }),
  fc.constant<Order>({ type: 'DecideWithdrawal', data: { outcome: 'accept' } }),
  fc.constant<Order>({ type: 'DecideWithdrawal', data: { outcome: 'refuse', reason: 'x' } }),
  fc.constant<Order>({ type: 'MarkDeadlinePassed', data: {} }),
  fc.constantFrom<Order>(
    { type: 'RemindOfDeadline', data: {} },
    { type: 'EscalateDossier', data: {} },
    { type: 'ExplainDelay', data: { reason: 'x' } },
    { type: 'ExtendDeadline', data: { what: 'decision', to: the.CORRECTION_DUE, ground: 'x', paper: 'p-1' } },
  ),
  fc.constant<Order>({ type: 'RecordCertificate', data: the.CERTIFICATE }),
  fc.constant<Order>({ type: 'HandOverResult', data: { form: 'atDesk', to: 'applicant' } }),
);
/** What leads to an end comes oftener, or few stories would reach one. */
const decisive = fc.constantFrom<Order>(
  { type: 'RecordChecks', data: { round: 0, results: [], nameReserved: true } },
  { type: 'ConfirmChecks', data: { round: 0, checks: [{ check: 'document:charter', outcome: 'passed' }] } },
  { type: 'ExamineDossier', data: { proposal: 'grant' } },
  { type: 'ExamineDossier', data: { proposal: 'refuse', ground: 'conditionsNotMet', reason: 'x' } },
  { type: 'GrantDossier', data: {} },
  { type: 'RefuseDossier', data: { ground: 'conditionsNotMet', reason: 'x' } },
);
const orders = fc.oneof({ weight: 1, arbitrary: anything }, { weight: 2, arbitrary: decisive });
const commands: fc.Arbitrary<DossierCommand> = fc
  .tuple(orders, actors, instants)
  .map(([order, actor, now]) => ({ ...order, metadata: the.metadata(actor, now) }) as DossierCommand);
/** A filing, then anything by anybody. */
const stories = fc.array(commands, { minLength: 1, maxLength: 40, size: 'max' }).map((story) => [the.file(), ...story]);

/** Carries out what is lawful, passes over what is refused. */
function live(
  story: readonly DossierCommand[],
  onStep: (command: DossierCommand, before: DossierState, events: readonly DossierEvent[]) => void = () => undefined,
): DossierEvent[] {
  const history: DossierEvent[] = [];
  let state = dossierDecider.initialState();
  for (const command of story) {
    const events = decideOrNothing(command, state);
    onStep(command, state, events);
    history.push(...events);
    state = fold(dossierDecider, events, state);
  }
  return history;
}

function decideOrNothing(command: DossierCommand, state: DossierState): readonly DossierEvent[] {
  try {
    return dossierDecider.decide(command, state);
  } catch (error) {
    if (isDomainError(error)) return [];
    throw error;
  }
}

const RUNS = { seed: 20_261_122, numRuns: 500 };

describe('whatever people do', () => {
  it('a command against its own result changes nothing more', () => {
    fc.assert(
      fc.property(stories, (story) => {
        live(story, (command, before, events) => {
          if (events.length === 0) return;
          const after = fold(dossierDecider, events, before);
          expect(decideOrNothing(command, after)).toEqual([]);
        });
      }),
      RUNS,
    );
  });

  it('no dossier comes to two ends, and nothing but its hand-over follows an end', () => {
    let ended = 0;
    fc.assert(
      fc.property(stories, (story) => {
        live(story, (_command, before, events) => {
          if (isClosed(before)) expect(events.filter(({ type }) => type !== 'DossierResultHandedOver')).toEqual([]);
          if (!isClosed(before) && isClosed(fold(dossierDecider, events, before))) ended += 1;
        });
      }),
      RUNS,
    );
    expect(ended).toBeGreaterThan(100);
  });

  it('nobody decides what he examined, in person or by a substitute', () => {
    let decided = 0;
    fc.assert(
      fc.property(stories, (story) => {
        const examiners = new Set<string>();
        live(story, ({ metadata: { actor } }, _before, events) => {
          for (const event of events) {
            if (event.type === 'DossierExamined' || event.type === 'DossierChecksConfirmed')
              for (const person of [actor.personId, actor.onBehalfOf]) if (person) examiners.add(person);
            if (event.type !== 'DossierGranted' && event.type !== 'DossierRefused') continue;
            decided += 1;
            expect(
              [actor.personId, actor.onBehalfOf].some((person) => person !== undefined && examiners.has(person)),
            ).toBe(false);
          }
        });
      }),
      RUNS,
    );
    expect(decided).toBeGreaterThan(20);
  });

  it('no certificate is granted without tax code, name and checks of the version', () => {
    fc.assert(
      fc.property(stories, (story) => {
        live(story, (_command, before, events) => {
          if (!isFiled(before) || !events.some((event) => event.type === 'DossierGranted')) return;
          expect(before.taxCode).toBeDefined();
          expect(before.checks).toMatchObject({ round: before.round, nameReserved: true });
          expect([failedItems(before), openItems(before)]).toEqual([[], []]);
        });
      }),
      RUNS,
    );
  });

  it('folding is the same in one go and event by event, and every event may come to every state', () => {
    fc.assert(
      fc.property(stories, stories, (one, other) => {
        const history = live(one);
        const strange = live(other);
        const whole = fold(dossierDecider, [...history, ...strange]);
        expect(fold(dossierDecider, strange, fold(dossierDecider, history))).toEqual(whole);
      }),
      { ...RUNS, numRuns: 200 },
    );
  });
});
