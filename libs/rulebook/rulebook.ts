import { contentVersion } from '@hoptac/calendar';
import { invalidInput, isLocalDate, notFound, type EvidenceMark, type LocalDate, type RegimeId } from '@hoptac/kernel';
import { evidenceByArticle } from './article-evidence';
import { SHIPPED_RULEBOOK } from './data';
import { EARLIER_EDITIONS } from './data/editions';
import { holdsOn, Procedure } from './procedure';
import { contradictionsOf } from './rulebook-checks';
import type { Regime, Rule, RulebookSource, RulebookSubject, RulebookSubjects } from './rulebook.types';

/** A dossier between its receipt and the day for which its law is asked. */
export interface DossierDates {
  /** Id in the procedure index, e.g. `P01`. */
  readonly procedure: string;
  readonly receivedOn: LocalDate;
  /** Day of the decision; today while it is pending. */
  readonly decidedOn: LocalDate;
}

/** Which regime rules a dossier, and by which transition rules it came there. */
export interface DossierRegime {
  readonly regime: RegimeId;
  readonly switches: readonly {
    readonly from: RegimeId;
    readonly to: RegimeId;
    readonly moved: boolean;
    readonly article: string;
    readonly evidence: EvidenceMark;
    readonly note?: string;
  }[];
}

/** The law by subject and day. Build it with `loadRulebook`, which refuses contradictions. */
export class Rulebook {
  /** Hash of everything in it; a case keeps the version it started under. */
  readonly version: string;

  private marks: ReadonlyMap<string, EvidenceMark> | undefined;

  constructor(readonly source: RulebookSource) {
    this.version = contentVersion('law', source);
  }

  /** How sure the house is of an article, e.g. `L23 Art. 42.4`: as its rules mark it, or the article above it; what no rule cites is to be confirmed. */
  evidenceOf(article: string): EvidenceMark {
    this.marks ??= evidenceByArticle(this.source);
    for (let part = article; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
      const mark = this.marks.get(part);
      if (mark !== undefined) return mark;
    }
    return 'to_confirm';
  }

  /** @throws DomainError `RULEBOOK.NO_REGIME` before 1 July 2013; `RULEBOOK.DATE_INVALID` */
  regimeOn(date: LocalDate): RegimeId {
    mustBeDay(date);
    const regime = this.source.regimes.find((candidate) => holdsOn(candidate, date));
    if (regime === undefined) throw notFound('RULEBOOK.NO_REGIME', `No regime is known on ${date}`, { date });
    return regime.id;
  }

  /** @throws DomainError `RULEBOOK.NO_REGIME` */
  regime(id: RegimeId): Regime {
    const regime = this.source.regimes.find((candidate) => candidate.id === id);
    if (regime === undefined) throw notFound('RULEBOOK.NO_REGIME', `There is no regime ${id}`, { regime: id });
    return regime;
  }

  /** The regime under which a dossier is finished: that of its receipt, carried over each switch by its transition rule. Errors as `explainRegime`. */
  regimeOfDossier(dossier: DossierDates): RegimeId {
    return this.explainRegime(dossier).regime;
  }

  /**
   * `regimeOfDossier` with its reasons.
   * @throws DomainError `RULEBOOK.PROCEDURE_UNKNOWN`; `RULEBOOK.DATES_REVERSED`; `RULEBOOK.NO_REGIME`; `RULEBOOK.DATE_INVALID`
   */
  explainRegime({ procedure, receivedOn, decidedOn }: DossierDates): DossierRegime {
    if (!Object.hasOwn(this.source.procedureIndex, procedure)) throw procedureUnknown(procedure);
    let regime = this.regimeOn(receivedOn);
    const onDecision = this.regimeOn(decidedOn);
    if (decidedOn < receivedOn) {
      throw invalidInput('RULEBOOK.DATES_REVERSED', `Decided on ${decidedOn}, before ${receivedOn}`, {
        receivedOn,
        decidedOn,
      });
    }
    const switches: DossierRegime['switches'][number][] = [];
    for (const transition of this.source.transitions) {
      if (transition.from !== regime || transition.to > onDecision) continue;
      const inTime = decidedOn >= transition.appliesFrom;
      const moved = inTime && (transition.pending === 'moves') !== transition.except.includes(procedure);
      switches.push({
        from: transition.from,
        to: transition.to,
        moved,
        article: transition.article,
        // Between the switch and the day of the transition rule no text was found.
        evidence: inTime ? transition.evidence : 'to_confirm',
        ...(transition.note === undefined ? {} : { note: transition.note }),
      });
      if (moved) regime = transition.to;
    }
    return { regime, switches };
  }

  /**
   * The procedure as it stands under a regime.
   * @throws DomainError `RULEBOOK.PROCEDURE_UNKNOWN`; `RULEBOOK.PROCEDURE_NOT_IN_REGIME` where its rules of that time are not known
   */
  procedure(id: string, regime: RegimeId): Procedure {
    const source = this.source.procedures.find((candidate) => candidate.id === id);
    const name = this.source.procedureIndex[id];
    if (source === undefined || name === undefined) throw procedureUnknown(id);
    const found = this.regime(regime);
    if (!holdsOn(source, found.from)) {
      throw notFound('RULEBOOK.PROCEDURE_NOT_IN_REGIME', `The rules of ${id} under ${regime} are not known`, {
        procedure: id,
        regime,
      });
    }
    return new Procedure(source, found, name, this.source.documentKinds);
  }

  /** @throws DomainError `RULEBOOK.NO_VALUE` where the law has none on that day, or none is known; `RULEBOOK.DATE_INVALID` */
  value<S extends RulebookSubject>(subject: S, date: LocalDate): Rule<RulebookSubjects[S]> {
    mustBeDay(date);
    // The subject may come from a request: what is no subject of ours has no value either.
    const known = Object.hasOwn(this.source.values, subject);
    const rules: readonly Rule<RulebookSubjects[S]>[] = known ? this.source.values[subject] : [];
    const rule = rules.find((candidate) => holdsOn(candidate, date));
    if (rule === undefined)
      throw notFound('RULEBOOK.NO_VALUE', `No value of ${subject} is known on ${date}`, { subject, date });
    return rule;
  }

  /** Whether the law of a regime has the subject at all. */
  knowsInRegime(subject: RulebookSubject, regime: RegimeId): boolean {
    const { from } = this.regime(regime);
    return this.source.values[subject].some((rule) => holdsOn(rule, from));
  }

  /** The value for cases of a regime, whatever the day is now. Errors as `value`. */
  valueInRegime<S extends RulebookSubject>(subject: S, regime: RegimeId): Rule<RulebookSubjects[S]> {
    return this.value(subject, this.regime(regime).from);
  }
}

let shipped: Rulebook | undefined;

/**
 * The shipped rulebook, or one from other data.
 * @throws DomainError `RULEBOOK.CONTRADICTORY`; its `problems` say each contradiction and where it stands
 */
export function loadRulebook(source?: RulebookSource): Rulebook {
  if (source === undefined) {
    shipped ??= checked(SHIPPED_RULEBOOK);
    return shipped;
  }
  return checked(source);
}

/** Version of the shipped rulebook: what a case records when it starts. */
export const rulebookVersion = (): string => loadRulebook().version;

/**
 * The rulebook of a recorded version, so that a case goes on under the rules it started with.
 * @param editions the shipped one first, then those that were frozen before a change
 * @throws DomainError `RULEBOOK.VERSION_NOT_SHIPPED`
 */
export function rulebookOfVersion(
  version: string,
  editions: readonly RulebookSource[] = [SHIPPED_RULEBOOK, ...EARLIER_EDITIONS],
): Rulebook {
  const current = loadRulebook();
  if (version === current.version) return current;
  for (const edition of editions) {
    const rulebook = new Rulebook(edition);
    if (rulebook.version === version) return rulebook;
  }
  throw notFound('RULEBOOK.VERSION_NOT_SHIPPED', `Rulebook ${version} is not shipped with this program`, { version });
}

function checked(source: RulebookSource): Rulebook {
  const problems = contradictionsOf(source).map(({ code, where, why }) => `${code} at ${where}: ${why}`);
  if (problems.length > 0) {
    throw invalidInput('RULEBOOK.CONTRADICTORY', `The rulebook contradicts itself: ${problems.join(' | ')}`, {
      problems,
    });
  }
  return new Rulebook(source);
}

const procedureUnknown = (procedure: string): Error =>
  notFound('RULEBOOK.PROCEDURE_UNKNOWN', `There is no procedure ${procedure} in the rulebook`, { procedure });

function mustBeDay(date: LocalDate): void {
  if (!isLocalDate(date))
    throw invalidInput('RULEBOOK.DATE_INVALID', `Not a day: ${String(date)}`, { date: String(date) });
}
