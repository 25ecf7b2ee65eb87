import {
  applicableOverrides,
  CALENDAR_OVERRIDES_ID,
  calendarOverridesDefinition,
  loadCalendar,
  overridesInForce,
  type CalendarOverrideCommand,
  type CalendarOverrideEvent,
  type CalendarOverrides,
  type WorkingCalendar,
} from '@hoptac/calendar';
import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { AreaTree } from '@hoptac/identity';
import { addDays, endOfDay, localDateOf, type Instant } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { limitHolder, type ApplicationLimit, type FoundedFund, type FundPolicy, type LoanDueDate } from '../../domain';

/** How many working days before its end somebody is reminded of a limit: a setting of the house, no text asks for it. */
const REMIND_BEFORE = { fund: 1, applicant: 3 } as const;

/** Limits of a fund's policy, counted with the calendar of the fund's office as known at the time. */
@Injectable()
export class FundCalendar {
  private readonly overrides: AggregateStore<CalendarOverrides, CalendarOverrideCommand, CalendarOverrideEvent>;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(AreaTree) private readonly areas: AreaTree,
  ) {
    this.overrides = new AggregateStore(store, calendarOverridesDefinition);
  }

  /** @throws DomainError `CALENDAR.YEAR_WITHOUT_DATA`; StoreUnavailable. */
  async due(
    what: ApplicationLimit,
    fund: Pick<FoundedFund, 'officeId'>,
    { deadlines }: Pick<FundPolicy, 'deadlines'>,
    at: Instant,
  ): Promise<LoanDueDate> {
    const calendar = await this.calendarOf(fund.officeId, at);
    const { dueOn, dueAt, amount, countedFrom, article, toConfirm, calendarVersion } = calendar.count({
      from: localDateOf(at),
      amount: deadlines[what],
      unit: 'working-day',
      article: 'D45 Art. 31',
    });
    const counted = { dueOn, dueAt, amount, countedFrom, article, toConfirm, calendarVersion };
    let day = dueOn;
    for (let left: number = REMIND_BEFORE[limitHolder(what)]; left > 0 && day > countedFrom;) {
      day = addDays(day, -1);
      if (calendar.isWorkingDay(day)) left -= 1;
    }
    const remindAt = endOfDay(day);
    return { ...counted, unit: 'working-day', ...(day > countedFrom && remindAt > at ? { remindAt } : {}) };
  }

  private async calendarOf(officeId: string, knownAt: Instant): Promise<WorkingCalendar> {
    const { state } = await this.overrides.load(CALENDAR_OVERRIDES_ID);
    const areaCodes = this.areas.pathOf(this.areas.areaOfOffice(officeId), localDateOf(knownAt));
    return loadCalendar().withOverrides(applicableOverrides(overridesInForce(state, knownAt), { areaCodes, knownAt }));
  }
}
