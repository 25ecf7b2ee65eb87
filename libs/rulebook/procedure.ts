import { notFound, type LocalDate, type OrganisationKind, type RegimeId } from '@hoptac/kernel';
import type { Period } from '@hoptac/calendar';
import type {
  ActorRule,
  ConditionRule,
  DocumentName,
  DocumentRule,
  DossierFacts,
  ProcedureSource,
  RefusalGroundRule,
  Regime,
  Sourced,
  TimerName,
  TimerRule,
  TimerUnit,
} from './rulebook.types';

/** A paper with its names. */
export type NamedDocument = DocumentRule & DocumentName;

/** A procedure as it stands under one regime. */
export class Procedure {
  readonly id: string;
  readonly regime: RegimeId;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly article: string;
  readonly evidence: Sourced['evidence'];
  readonly organisations: readonly OrganisationKind[];
  /** Every paper of the regime, required or not. */
  readonly documents: readonly NamedDocument[];
  readonly timers: readonly TimerRule[];
  readonly actors: readonly ActorRule[];
  readonly refusalGrounds: readonly RefusalGroundRule[];
  readonly grantConditions: readonly ConditionRule[];
  readonly receivingConditions: readonly ConditionRule[];
  readonly loops: readonly string[];

  constructor(
    source: ProcedureSource,
    regime: Regime,
    name: DocumentName,
    documentNames: Readonly<Record<string, DocumentName>>,
  ) {
    const inForce = <T extends Sourced>(rules: readonly T[]): readonly T[] =>
      rules.filter((rule) => holdsOn(rule, regime.from));
    this.id = source.id;
    this.regime = regime.id;
    this.nameVi = name.nameVi;
    this.nameEn = name.nameEn;
    this.article = source.article;
    this.evidence = source.evidence;
    this.organisations = source.organisations;
    this.documents = inForce(source.documents).map((rule) => ({
      ...rule,
      ...(documentNames[rule.kind] ?? { nameVi: rule.kind, nameEn: rule.kind }),
    }));
    this.timers = inForce(source.timers);
    this.actors = inForce(source.actors);
    this.refusalGrounds = inForce(source.refusalGrounds);
    this.grantConditions = inForce(source.grantConditions);
    this.receivingConditions = inForce(source.receivingConditions);
    this.loops = source.loops;
  }

  /** Papers that a dossier with these facts must hold; more may not be asked for (D92, D295 Art. 11). */
  requiredDocuments(facts: DossierFacts): readonly NamedDocument[] {
    return this.documents.filter((document) =>
      document.requiredWhen.every(({ fact, is }) => (facts[fact] ?? false) === is),
    );
  }

  /** @throws DomainError `RULEBOOK.TIMER_UNKNOWN` */
  timer(name: TimerName): TimerRule {
    const timer = this.timers.find((rule) => rule.timer === name);
    if (timer === undefined) {
      throw notFound('RULEBOOK.TIMER_UNKNOWN', `${this.id} has no timer ${name} in ${this.regime}`, {
        procedure: this.id,
        timer: name,
      });
    }
    return timer;
  }

  /** The limit as the calendar counts it, from the day of the event that starts it. Errors as `timer`. */
  period(name: TimerName, from: LocalDate): Period<TimerUnit> {
    const { amount, unit, article } = this.timer(name);
    return { from, amount, unit, article };
  }

  /** @throws DomainError `RULEBOOK.ACTOR_UNKNOWN` */
  actor(task: ActorRule['task']): ActorRule {
    const actor = this.actors.find((rule) => rule.task === task);
    if (actor === undefined) {
      throw notFound('RULEBOOK.ACTOR_UNKNOWN', `In ${this.id} nobody ${task} in ${this.regime}`, {
        procedure: this.id,
        task,
      });
    }
    return actor;
  }
}

/** True on the days of the rule, first and last included. */
export function holdsOn(days: { readonly from: LocalDate; readonly to?: LocalDate }, date: LocalDate): boolean {
  return days.from <= date && (days.to === undefined || date <= days.to);
}
