import {
  applicableOverrides,
  CALENDAR_OVERRIDES_ID,
  countSuspended,
  calendarOverridesDefinition,
  loadCalendar,
  overridesInForce,
  type CalendarOverrideCommand,
  type CalendarOverrideEvent,
  type CalendarOverrides,
  type DayExplained,
  type Period,
  type SuspendedDays,
  type WorkingCalendar,
} from '@hoptac/calendar';
import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { AreaTree } from '@hoptac/identity';
import {
  addDays,
  endOfDay,
  isDomainError,
  localDateOf,
  type Instant,
  type LocalDate,
  type RegimeId,
} from '@hoptac/kernel';
import {
  loadRulebook,
  type RulebookSubject,
  type EscalationRule,
  type ReminderRule,
  type TimerUnit,
} from '@hoptac/rulebook';
import { Inject, Injectable } from '@nestjs/common';
import {
  suspensionDefinition,
  suspensionsOf,
  type CheckLaw,
  type Citation,
  type DueDate,
  type FoundingApplication,
  type LegalFigure,
  type SuspensionCommand,
  type SuspensionEvent,
  type Suspensions,
} from '../domain';

export type DossierTimer = 'decision' | 'correctionAnswer' | 'withdrawalDecision';

/** Correction and withdrawal are procedures of their own in the rulebook. */
const PROCEDURE_OF: Readonly<Record<DossierTimer, string>> = {
  decision: 'P01',
  correctionAnswer: 'P02',
  withdrawalDecision: 'P03',
};

/** A paper that the law asks for, with where it asks. */
export interface RequiredDocument {
  readonly kind: string;
  readonly article: string;
}

/** Whose limit is extended, and when. */
interface ExtendedCase {
  readonly regime: RegimeId;
  readonly officeId: string;
  readonly at: Instant;
}

/** What rulebook and calendar say of a founding dossier; the only place of the context that asks them. */
@Injectable()
export class LegalTerms {
  readonly rulebook = loadRulebook();
  private readonly overrides: AggregateStore<CalendarOverrides, CalendarOverrideCommand, CalendarOverrideEvent>;
  private readonly suspensions: AggregateStore<Suspensions, SuspensionCommand, SuspensionEvent>;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(AreaTree) private readonly areas: AreaTree,
  ) {
    this.overrides = new AggregateStore(store, calendarOverridesDefinition);
    this.suspensions = new AggregateStore(store, suspensionDefinition);
  }

  /** The regime under which a dossier received on the day is handled to its end (D295 Art. 67 leaves founding dossiers where they began). */
  regimeOn(date: LocalDate): RegimeId {
    return this.rulebook.regimeOn(date);
  }

  /**
   * Counts a limit of the procedure from an instant on, with the calendar of the office as known then. `from`: the day from which it counts, where its
   * paper is entered later.
   * @throws DomainError `CALENDAR.YEAR_WITHOUT_DATA`; StoreUnavailable.
   */
  async due(
    timer: DossierTimer,
    regime: RegimeId,
    officeId: string,
    at: Instant,
    from: LocalDate = localDateOf(at),
  ): Promise<DueDate> {
    const period = this.rulebook.procedure(PROCEDURE_OF[timer], regime).period(timer, from);
    const suspended = await this.suspendedFor(officeId, at);
    return this.dueOf(timer, regime, await this.calendarOf(officeId, at), period, suspended);
  }

  /** A limit of the office moved on by so many working days, counted from its old last day. Errors as `due`. */
  async extended(
    timer: 'decision' | 'withdrawalDecision',
    due: DueDate,
    workingDays: number,
    of: ExtendedCase,
  ): Promise<DueDate> {
    const calendar = await this.calendarOf(of.officeId, of.at);
    const period = { from: due.dueOn, amount: workingDays, unit: 'working-day', article: due.article } as const;
    return this.dueOf(timer, of.regime, calendar, period, await this.suspendedFor(of.officeId, of.at));
  }

  /** A running limit counted anew with the suspensions as they stand; itself when none touches it, or did before. Errors as `due`. */
  async resumed(timer: DossierTimer, due: DueDate, of: ExtendedCase): Promise<DueDate> {
    const suspended = await this.suspendedFor(of.officeId, of.at);
    if (due.suspended === undefined && within(due, suspended).length === 0) return due;
    const { countedFrom: from, amount, unit, article } = due;
    return this.dueOf(
      timer,
      of.regime,
      await this.calendarOf(of.officeId, of.at),
      { from, amount, unit, article },
      suspended,
    );
  }

  private dueOf(
    timer: DossierTimer,
    regime: RegimeId,
    calendar: WorkingCalendar,
    period: Period<TimerUnit>,
    suspended: readonly SuspendedDays[],
  ): DueDate {
    const counted = countSuspended(calendar, period, suspended);
    const { dueOn, dueAt, amount, unit, countedFrom, article, toConfirm, calendarVersion } = counted;
    const touched = within(counted, suspended);
    const given = { dueOn, dueAt, amount, unit, countedFrom, article, toConfirm, calendarVersion };
    const reminders = this.rulebook
      .valueInRegime('deadline.reminders', regime)
      .value.filter((rule) => rule.timer === timer)
      .map(({ to, before }) => ({ to, at: endOfDay(dayBefore(dueOn, before, calendar)) }));
    const escalations =
      timer === 'correctionAnswer'
        ? []
        : this.rulebook
            .valueInRegime('deadline.escalations', regime)
            .value.flatMap(({ level, after }) => instantAfter(dueOn, after, calendar).map((at) => ({ level, at })));
    return {
      ...given,
      ...(touched.length === 0 ? {} : { suspended: touched }),
      ...(reminders.length === 0 ? {} : { reminders }),
      ...(escalations.length === 0 ? {} : { escalations }),
    };
  }

  /** The days of a limit as it was given at an instant, one by one. */
  async explain(due: DueDate, officeId: string, givenAt: Instant): Promise<readonly DayExplained[]> {
    const calendar = await this.calendarOf(officeId, givenAt);
    const { countedFrom: from, amount, unit, article, suspended = [] } = due;
    return countSuspended(calendar, { from, amount, unit, article }, suspended).days;
  }

  /**
   * Publication of a registration accepted on a day: the last day for it, and how long it lasts when it begins on another (L23 Art. 49). Days of the
   * calendar, not of the office: the system publishes.
   */
  publication(regime: RegimeId, acceptedOn: LocalDate, publishedOn: LocalDate) {
    const within = this.rulebook.valueInRegime('publication.within', regime);
    const lasts = this.rulebook.valueInRegime('publication.duration', regime);
    return {
      publishedOn,
      publishedUntil: addDays(publishedOn, lasts.value.amount - 1),
      dueOn: addDays(acceptedOn, within.value.amount),
      article: within.article,
    };
  }

  /** How far back a paper entered today may be dated. */
  paperDays(today: LocalDate): { readonly today: LocalDate; readonly atMost: number } {
    return { today, atMost: this.rulebook.value('paper.datedEarlierAtMost', today).value.amount };
  }

  /** How case codes of the regime are built. */
  caseCodeShape(regime: RegimeId): string {
    return this.rulebook.valueInRegime('caseCode.shape', regime).value;
  }

  /** Papers that the law lists for this application (L23 Art. 42.2). */
  requiredDocuments(application: FoundingApplication, regime: RegimeId): readonly RequiredDocument[] {
    const foreign = application.members.some((member) => member.foreign);
    return this.rulebook
      .procedure('P01', regime)
      .requiredDocuments({
        foreignIndividualInvestor: foreign,
        foreignParticipation: foreign,
        foundedBeforeInvestmentCertificate: application.foundedBeforeInvestmentCertificate ?? false,
      })
      .map(({ kind, article }) => ({ kind, article }));
  }

  /** What the automatic checks compare with: the law of the dossier's regime, whatever the day is. */
  checkLaw(application: FoundingApplication, regime: RegimeId): CheckLaw {
    const { kind } = application;
    const figure = (subject: RulebookSubject): LegalFigure => {
      const { value, ...cited } = this.cited(subject, regime);
      return { value: value as number, ...cited };
    };
    const { article, evidence } = this.rulebook.procedure('P01', regime).actor('decides');
    return {
      requiredDocuments: this.requiredDocuments(application, regime),
      names: citation(this.cited('name.rules', regime)),
      businessLineDigits: figure('businessLine.codeDigits'),
      decidingOffice: { article, evidence },
      conferenceQuorum: figure('foundingConference.quorumShare'),
      conferenceMajorityAbove: figure('foundingConference.majorityAboveShare'),
      electedOffices: this.cited('governance.electedOffices', regime),
      officers: this.cited('officers.conditions', regime),
      barredPersons: citation(this.cited('officers.barred', regime)),
      ...(this.rulebook.knowsInRegime('beneficialOwner.minimumShare', regime)
        ? { beneficialOwnerShare: figure('beneficialOwner.minimumShare') }
        : {}),
      minimumMembers: figure(`minimumMembers.${kind}`),
      maximumMemberShare: figure(`capital.maximumMemberShare.${kind}`),
      maximumAffiliatesShare: figure(`capital.maximumAffiliatesShare.${kind}`),
      foreignMembersBelow: figure(`foreignMembers.below.${kind}`),
      maximumForeignShare: figure(`capital.maximumForeignShare.${kind}`),
      ...(kind === 'cooperativeUnion'
        ? { fullGovernanceFrom: figure('governance.fullFromMembers.cooperativeUnion') }
        : {}),
    };
  }

  private cited<S extends RulebookSubject>(subject: S, regime: RegimeId) {
    const { value, article, evidence } = this.rulebook.valueInRegime(subject, regime);
    return { value, article, evidence };
  }

  /** Suspensions of limits that hold for the office, as decided now. */
  private async suspendedFor(officeId: string, at: Instant): Promise<readonly SuspendedDays[]> {
    const path = this.areas.pathOf(this.areas.areaOfOffice(officeId), localDateOf(at));
    const province = path.at(-1);
    if (province === undefined) return [];
    const { state } = await this.suspensions.load(province);
    return suspensionsOf(state)
      .filter(({ areaCode }) => path.includes(areaCode))
      .map(({ suspensionId, from, to }) => ({ suspensionId, from, to }));
  }

  private async calendarOf(officeId: string, knownAt: Instant): Promise<WorkingCalendar> {
    const { state } = await this.overrides.load(CALENDAR_OVERRIDES_ID);
    const areaCodes = this.areas.pathOf(this.areas.areaOfOffice(officeId), localDateOf(knownAt));
    return loadCalendar().withOverrides(applicableOverrides(overridesInForce(state, knownAt), { areaCodes, knownAt }));
  }
}

/** Suspensions that touch a limit's days. */
const within = (
  { countedFrom, dueOn }: Pick<DueDate, 'countedFrom' | 'dueOn'>,
  suspended: readonly SuspendedDays[],
): readonly SuspendedDays[] => suspended.filter(({ from, to }) => from <= dueOn && to > countedFrom);

/** The day so long before another; the calendar decides which days are worked. */
function dayBefore(day: LocalDate, before: ReminderRule['before'], calendar: WorkingCalendar): LocalDate {
  if (before.unit === 'day') return addDays(day, -before.amount);
  let found = day;
  for (let left = before.amount; left > 0;) {
    found = addDays(found, -1);
    if (calendar.isWorkingDay(found)) left -= 1;
  }
  return found;
}

/** The end of the day so long after another; nothing where the calendar has no data yet, for a limit itself may lie on its last day. */
function instantAfter(day: LocalDate, after: EscalationRule['after'], calendar: WorkingCalendar): readonly Instant[] {
  try {
    return [calendar.count({ from: day, ...after, article: '' }).dueAt];
  } catch (error) {
    if (isDomainError(error) && error.code === 'CALENDAR.YEAR_WITHOUT_DATA') return [];
    throw error;
  }
}

const citation = ({ article, evidence }: Citation): Citation => ({ article, evidence });
