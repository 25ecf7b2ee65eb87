import type { DomainError } from '@hoptac/kernel';
import {
  contradictionsOf,
  loadRulebook,
  type ContradictionCode,
  type ProcedureSource,
  type RulebookSource,
} from './index';
import { SHIPPED_RULEBOOK } from './data';

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

/** A rulebook with one thing broken. */
function broken(breakIt: (source: Writable<RulebookSource>) => unknown): RulebookSource {
  const source = structuredClone(SHIPPED_RULEBOOK) as Writable<RulebookSource>;
  breakIt(source);
  return source;
}

const present = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('The fixture breaks something that the rulebook no longer has');
  return found;
};

const procedure = (source: Writable<RulebookSource>, id: string): Writable<ProcedureSource> =>
  present(source.procedures.find((candidate) => candidate.id === id));

/** What must be refused, as which contradiction, and where. */
const FIXTURES: readonly (readonly [
  string,
  ContradictionCode,
  string,
  (source: Writable<RulebookSource>) => unknown,
])[] = [
  ['regimes that overlap', 'REGIME_OVERLAP', 'regimes.R3', ({ regimes }) => (present(regimes[2]).from = '2025-06-30')],
  [
    'a regime before the last that never ends',
    'REGIME_OVERLAP',
    'regimes.R4',
    ({ regimes }) => delete present(regimes[2]).to,
  ],
  ['days between two regimes', 'REGIME_GAP', 'regimes.R4', ({ regimes }) => (present(regimes[3]).from = '2026-07-25')],
  [
    'a regime that ends before it begins',
    'PERIOD_REVERSED',
    'regimes.R1',
    ({ regimes }) => (present(regimes[0]).to = '2013-01-01'),
  ],
  [
    'a regime of a law that is not listed',
    'LAW_UNKNOWN',
    'regimes.R4',
    ({ regimes }) => present(regimes[3]).laws.push('D300'),
  ],
  [
    'neighbours without transition rule',
    'TRANSITION_MISSING',
    'transitions.R3-R4',
    ({ transitions }) => transitions.pop(),
  ],
  [
    'two rules for one switch',
    'TRANSITION_MISSING',
    'transitions.R3-R4',
    ({ transitions }) => transitions.push(present(transitions[2])),
  ],
  [
    'a rule that jumps over a regime',
    'TRANSITION_STRAY',
    'transitions.R2-R4',
    ({ transitions }) => (present(transitions[2]).from = 'R2'),
  ],
  [
    'a rule that applies before its regime',
    'TRANSITION_STRAY',
    'transitions.R3-R4',
    ({ transitions }) => (present(transitions[2]).appliesFrom = '2026-07-01'),
  ],
  [
    'an exception for a procedure that does not exist',
    'PROCEDURE_UNKNOWN',
    'transitions.R3-R4',
    ({ transitions }) => present(transitions[2]).except.push('P99'),
  ],
  [
    'values that overlap',
    'RULE_OVERLAP',
    'values.minimumMembers.cooperative',
    ({ values }) => delete present(values['minimumMembers.cooperative'][0]).to,
  ],
  [
    'a time without value between two values',
    'RULE_GAP',
    'values.minimumMembers.cooperative',
    ({ values }) => (present(values['minimumMembers.cooperative'][1]).from = '2025-07-01'),
  ],
  [
    'a value that ends before it begins',
    'PERIOD_REVERSED',
    'values.publication.duration',
    ({ values }) => (present(values['publication.duration'][0]).to = '2024-06-30'),
  ],
  [
    'a value that changes within a regime',
    'SPLITS_REGIME',
    'values.publication.duration',
    ({ values }) => (present(values['publication.duration'][0]).from = '2024-08-01'),
  ],
  [
    'an article of a law that is not listed',
    'LAW_UNKNOWN',
    'values.publication.duration',
    ({ values }) => (present(values['publication.duration'][0]).article = 'D300 Art. 1'),
  ],
  [
    'an article that the law does not have',
    'ARTICLE_UNKNOWN',
    'values.beneficialOwner.minimumShare',
    ({ values }) => (present(values['beneficialOwner.minimumShare'][0]).article = 'D295 Art. 70'),
  ],
  [
    'an article that nobody can read',
    'ARTICLE_MALFORMED',
    'values.publication.duration',
    ({ values }) => (present(values['publication.duration'][0]).article = 'Điều 49'),
  ],
  [
    'a value without article',
    'ARTICLE_MISSING',
    'values.publication.duration',
    ({ values }) => (present(values['publication.duration'][0]).article = ''),
  ],
  [
    'a verified value that names a law only',
    'ARTICLE_MISSING',
    'values.publication.duration',
    ({ values }) => (present(values['publication.duration'][0]).article = 'L23'),
  ],
  [
    'a law cited for days on which it was not in force',
    'LAW_NOT_IN_FORCE',
    'values.memberData.retention',
    ({ values }) => (present(values['memberData.retention'][0]).article = 'D92 Art. 7.10'),
  ],
  [
    'a law cited before it came into force',
    'LAW_NOT_IN_FORCE',
    'values.minimumMembers.cooperative',
    ({ values }) => (present(values['minimumMembers.cooperative'][0]).article = 'L23 Art. 4.7'),
  ],
  [
    'a share above the whole',
    'SHARE_OUT_OF_RANGE',
    'values.capital.maximumMemberShare.cooperative',
    ({ values }) => (present(values['capital.maximumMemberShare.cooperative'][0]).value = 30_000),
  ],
  [
    'a share in per cent instead of basis points',
    'SHARE_OUT_OF_RANGE',
    'values.foreignMembers.below.cooperative',
    ({ values }) => (present(values['foreignMembers.below.cooperative'][0]).value = 0.35),
  ],
  [
    'a second call that asks for more than the first',
    'QUORUM_RISES',
    'values.generalMeeting.quorum',
    ({ values }) => (present(present(values['generalMeeting.quorum'][1]).value[1]).minimumShare = 6000),
  ],
  [
    'a paper of no listed kind',
    'DOCUMENT_UNKNOWN',
    'procedures.P01.documents.licence',
    (source) => (present(procedure(source, 'P01').documents[0]).kind = 'licence'),
  ],
  [
    'a paper with two rules on one day',
    'RULE_OVERLAP',
    'procedures.P01.documents.charter',
    (source) => (present(procedure(source, 'P01').documents[0]).kind = 'charter'),
  ],
  [
    'a procedure that is in no index',
    'PROCEDURE_UNKNOWN',
    'procedures.P98',
    (source) => (procedure(source, 'P03').id = 'P98'),
  ],
  [
    'a loop into a procedure that does not exist',
    'PROCEDURE_UNKNOWN',
    'procedures.P01',
    (source) => procedure(source, 'P01').loops.push('P99'),
  ],
  [
    'a loop into a procedure without rules',
    'PROCEDURE_UNKNOWN',
    'procedures.P01',
    (source) => procedure(source, 'P01').loops.push('P04'),
  ],
  [
    'a procedure that is there twice',
    'PROCEDURE_TWICE',
    'procedures.P02',
    (source) => source.procedures.push(procedure(source, 'P02')),
  ],
  [
    'a time limit without article',
    'TIMER_WITHOUT_ARTICLE',
    'procedures.P01.timers.decision',
    (source) => (present(procedure(source, 'P01').timers[0]).article = ' '),
  ],
  [
    'a time limit of no days',
    'TIMER_LENGTH',
    'procedures.P01.timers.decision',
    (source) => (present(procedure(source, 'P01').timers[0]).amount = 0),
  ],
  [
    'a time limit of half a day',
    'TIMER_LENGTH',
    'procedures.P01.timers.decision',
    (source) => (present(procedure(source, 'P01').timers[0]).amount = 0.5),
  ],
  [
    'two time limits at once',
    'RULE_OVERLAP',
    'procedures.P03.timers.withdrawalDecision',
    (source) => delete present(procedure(source, 'P03').timers[0]).to,
  ],
  [
    'a regime in which nobody decides',
    'ACTOR_MISSING',
    'procedures.P01.actors',
    (source) =>
      (procedure(source, 'P01').actors = procedure(source, 'P01').actors.filter(({ task }) => task !== 'decides')),
  ],
];

describe('a rulebook that contradicts itself is refused with where', () => {
  it.each(FIXTURES)('%s', (_what, code, where, breakIt) => {
    const source = broken(breakIt);
    expect(contradictionsOf(source)).toContainEqual(expect.objectContaining({ code, where }));
    expect(() => loadRulebook(source)).toThrow(expect.objectContaining({ code: 'RULEBOOK.CONTRADICTORY' }));
  });

  it('has a fixture for every code', () => {
    const codes: Record<ContradictionCode, true> = {
      REGIME_OVERLAP: true,
      REGIME_GAP: true,
      PERIOD_REVERSED: true,
      LAW_UNKNOWN: true,
      ARTICLE_MALFORMED: true,
      ARTICLE_UNKNOWN: true,
      ARTICLE_MISSING: true,
      LAW_NOT_IN_FORCE: true,
      RULE_OVERLAP: true,
      RULE_GAP: true,
      SPLITS_REGIME: true,
      DOCUMENT_UNKNOWN: true,
      PROCEDURE_UNKNOWN: true,
      PROCEDURE_TWICE: true,
      TIMER_WITHOUT_ARTICLE: true,
      TIMER_LENGTH: true,
      ACTOR_MISSING: true,
      TRANSITION_MISSING: true,
      TRANSITION_STRAY: true,
      SHARE_OUT_OF_RANGE: true,
      QUORUM_RISES: true,
    };
    expect([...new Set(FIXTURES.map(([, code]) => code))].sort()).toEqual(Object.keys(codes).sort());
  });

  it('says every contradiction at once, not the first alone', () => {
    const source = broken((twice) => {
      present(procedure(twice, 'P01').timers[0]).amount = 0;
      present(procedure(twice, 'P01').documents[0]).kind = 'licence';
    });
    try {
      loadRulebook(source);
      throw new Error('not refused');
    } catch (error) {
      expect((error as DomainError).details['problems']).toEqual([
        'DOCUMENT_UNKNOWN at procedures.P01.documents.licence: no document of this kind is listed',
        'TIMER_LENGTH at procedures.P01.timers.decision: its length is not a whole number above zero',
      ]);
    }
  });

  it('finds nothing in the shipped rulebook', () => {
    expect(contradictionsOf(SHIPPED_RULEBOOK)).toEqual([]);
  });
});
