import { citationContradictions, problem, ruleContradictions, sequence, type Contradiction } from './rule-checks';
import { holdsOn } from './procedure';
import type { ProcedureSource, Regime, RulebookSource, RulebookSubject, Sourced } from './rulebook.types';

/** Everything that contradicts itself; empty when nothing does. */
export function contradictionsOf(source: RulebookSource): readonly Contradiction[] {
  return [
    ...regimeContradictions(source),
    ...transitionContradictions(source),
    ...source.procedures.flatMap((procedure, index) => procedureContradictions(procedure, index, source)),
    ...valueContradictions(source),
  ];
}

function regimeContradictions({ regimes, laws }: RulebookSource): readonly Contradiction[] {
  const found = regimes.flatMap((regime) =>
    regime.laws
      .filter((id) => !laws.some((law) => law.id === id))
      .map((id) => problem('LAW_UNKNOWN', `regimes.${regime.id}`, `law ${id} is not listed`)),
  );
  return [...found, ...sequence(regimes, (regime) => `regimes.${regime.id}`, 'REGIME_OVERLAP', 'REGIME_GAP')];
}

/** Two neighbours without a rule between them would leave pending dossiers without law. */
function transitionContradictions(source: RulebookSource): readonly Contradiction[] {
  const { regimes, transitions, procedureIndex } = source;
  const pairs = regimes.slice(1).map((regime, index) => [regimes[index]?.id, regime.id] as const);
  const missing = pairs
    .filter(([from, to]) => transitions.filter((rule) => rule.from === from && rule.to === to).length !== 1)
    .map(([from, to]) =>
      problem(
        'TRANSITION_MISSING',
        `transitions.${String(from)}-${to}`,
        'exactly one rule must carry pending dossiers over',
      ),
    );
  const stray = transitions.flatMap((rule) => {
    const where = `transitions.${rule.from}-${rule.to}`;
    const next = regimes.find((regime) => regime.id === rule.to);
    const belongs = pairs.some(([from, to]) => rule.from === from && rule.to === to);
    return [
      ...(belongs && next !== undefined && holdsOn(next, rule.appliesFrom)
        ? citationContradictions(
            { article: rule.article, evidence: rule.evidence, from: rule.appliesFrom },
            where,
            source.laws,
          )
        : [problem('TRANSITION_STRAY', where, 'it joins no neighbours, or applies on a day of neither')]),
      ...rule.except
        .filter((id) => !Object.hasOwn(procedureIndex, id))
        .map((id) => problem('PROCEDURE_UNKNOWN', where, `procedure ${id} is not in the index`)),
    ];
  });
  return [...missing, ...stray];
}

function procedureContradictions(
  procedure: ProcedureSource,
  index: number,
  source: RulebookSource,
): readonly Contradiction[] {
  const at = `procedures.${procedure.id}`;
  const unknown = [procedure.id, ...procedure.loops]
    .filter((id) => !Object.hasOwn(source.procedureIndex, id))
    .map((id) => problem('PROCEDURE_UNKNOWN', at, `procedure ${id} is not in the index`));
  const unruled = procedure.loops
    .filter((id) => Object.hasOwn(source.procedureIndex, id) && !source.procedures.some((other) => other.id === id))
    .map((id) => problem('PROCEDURE_UNKNOWN', at, `procedure ${id} has no rules`));
  const twice =
    source.procedures.findIndex((other) => other.id === procedure.id) === index
      ? []
      : [problem('PROCEDURE_TWICE', at, 'it is there twice')];
  const documents = procedure.documents
    .filter((rule) => !Object.hasOwn(source.documentKinds, rule.kind))
    .map((rule) => problem('DOCUMENT_UNKNOWN', `${at}.documents.${rule.kind}`, 'no document of this kind is listed'));
  const timers = procedure.timers.flatMap((rule) => {
    const where = `${at}.timers.${rule.timer}`;
    return [
      ...(rule.article.trim() === ''
        ? [problem('TIMER_WITHOUT_ARTICLE', where, 'a time limit needs its article')]
        : []),
      ...(Number.isSafeInteger(rule.amount) && rule.amount > 0
        ? []
        : [problem('TIMER_LENGTH', where, 'its length is not a whole number above zero')]),
    ];
  });
  return [
    ...unknown,
    ...unruled,
    ...twice,
    ...documents,
    ...timers,
    ...actorContradictions(procedure, at, source.regimes),
    ...partContradictions(procedure, at, source),
  ];
}

/** In every regime of the procedure somebody applies, receives and decides, and nobody twice. */
function actorContradictions(
  procedure: ProcedureSource,
  at: string,
  regimes: readonly Regime[],
): readonly Contradiction[] {
  return regimes
    .filter((regime) => holdsOn(procedure, regime.from))
    .flatMap((regime) =>
      (['applies', 'receives', 'decides'] as const)
        .filter((task) => !procedure.actors.some((actor) => actor.task === task && holdsOn(actor, regime.from)))
        .map((task) => problem('ACTOR_MISSING', `${at}.actors`, `nobody ${task} in ${regime.id}`)),
    );
}

function partContradictions(
  procedure: ProcedureSource,
  at: string,
  { laws, regimes }: RulebookSource,
): readonly Contradiction[] {
  const parts: readonly (readonly [string, readonly Sourced[]])[] = [
    ['', [procedure]],
    ...grouped(procedure.documents, (rule) => `documents.${rule.kind}`),
    ...grouped(procedure.timers, (rule) => `timers.${rule.timer}`),
    ...grouped(procedure.actors, (rule) => `actors.${rule.task}`),
    ...grouped(procedure.refusalGrounds, (rule) => `refusalGrounds.${rule.ground}`),
    ...grouped(procedure.grantConditions, (rule) => `grantConditions.${rule.condition}`),
    ...grouped(procedure.receivingConditions, (rule) => `receivingConditions.${rule.condition}`),
  ];
  return parts.flatMap(([name, rules]) => ruleContradictions(rules, name === '' ? at : `${at}.${name}`, laws, regimes));
}

function valueContradictions({ values, laws, regimes }: RulebookSource): readonly Contradiction[] {
  return (Object.keys(values) as RulebookSubject[]).flatMap((subject) => {
    const where = `values.${subject}`;
    const rules = values[subject];
    return [
      ...ruleContradictions(rules, where, laws, regimes),
      ...rules.flatMap(({ value }) => shareContradictions(subject, value, where)),
    ];
  });
}

/** Shares are basis points; a later call of a meeting never asks for more members than the one before. */
function shareContradictions(subject: RulebookSubject, value: unknown, where: string): readonly Contradiction[] {
  if (subject === 'generalMeeting.quorum') {
    const calls = value as readonly { readonly minimumShare: number }[];
    const rises = calls.some((call, index) => call.minimumShare > (calls[index - 1]?.minimumShare ?? 10_000));
    return rises
      ? [problem('QUORUM_RISES', where, 'a call asks for more than the call before it, or than everybody')]
      : [];
  }
  const isShare = /Share\b|\.below\.|Majority/.test(subject);
  const inRange = typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= 10_000;
  return isShare && !inRange
    ? [problem('SHARE_OUT_OF_RANGE', where, `${String(value)} is not between 1 and 10,000 basis points`)]
    : [];
}

function grouped<T extends Sourced>(
  rules: readonly T[],
  key: (rule: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const rule of rules) groups.set(key(rule), [...(groups.get(key(rule)) ?? []), rule]);
  return [...groups];
}
