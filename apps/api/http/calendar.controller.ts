import {
  applicableOverrides,
  CALENDAR_OVERRIDES_ID,
  calendarOverridesDefinition,
  loadCalendar,
  overridesInForce,
  whoseDueDatesMove,
  type CalendarOverride,
  type CalendarOverrideCommand,
  type CalendarOverrideEvent,
  type CalendarOverrides,
  type DayDescription,
} from '@hoptac/calendar';
import { OpenLimits } from '@hoptac/dossiers';
import { AggregateStore, EVENT_STORE, type EventStore, type Executed } from '@hoptac/event-store';
import { Allows, AreaTree, CurrentActor, recordedActor, type AuthenticatedActor } from '@hoptac/identity';
import { addDays, CLOCK, localDateOf, type Clock, type Instant, type LocalDate } from '@hoptac/kernel';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CalendarYearQuery, DayEntry, WithdrawalBody } from './calendar.dto';
import './calendar.messages';

/** A limit whose day would be another one; it does not move by itself. */
export interface MovedLimit {
  readonly dossierId: string;
  readonly caseCode: string;
  readonly officeId: string;
  readonly given: LocalDate;
  readonly before: LocalDate;
  readonly after: LocalDate;
}

interface OverrideWritten {
  readonly revision: number;
  /** Commit position, decimal text; null when nothing changed. */
  readonly position: string | null;
}

const written = ({ revision, position }: Executed<unknown>): OverrideWritten => ({
  revision,
  position: position === undefined ? null : position.commit.toString(),
});

/** Lịch làm việc: which days count, and the administrator's dated corrections, each with its paper (ADR 0042). */
@ApiTags('calendar')
@Controller('api/calendar')
export class CalendarController {
  private readonly overrides: AggregateStore<CalendarOverrides, CalendarOverrideCommand, CalendarOverrideEvent>;

  constructor(
    private readonly limits: OpenLimits,
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.overrides = new AggregateStore(store, calendarOverridesDefinition);
  }

  @Get()
  @Allows('calendar.override')
  @ApiOperation({
    operationId: 'getCalendarYear',
    summary: 'A year’s days that are not ordinary, and every correction',
  })
  async year(@Query() { year, scope }: CalendarYearQuery): Promise<{
    year: number;
    days: DayDescription[];
    overrides: { override: CalendarOverride; withdrawnAt?: Instant }[];
  }> {
    const now = this.clock.now();
    const { state } = await this.overrides.load(CALENDAR_OVERRIDES_ID);
    const areaCodes = scope === undefined ? [] : this.areas.pathOf(scope, localDateOf(now));
    const calendar = loadCalendar().withOverrides(
      applicableOverrides(overridesInForce(state, now), { areaCodes, knownAt: now }),
    );
    const days: DayDescription[] = [];
    const first: LocalDate = `${String(year)}-01-01` as LocalDate;
    for (let day = first; day.startsWith(String(year)); day = addDays(day, 1)) {
      const description = calendar.describe(day);
      if (description.reason !== 'working_day' && description.reason !== 'weekend') days.push(description);
    }
    return {
      year,
      days,
      overrides: Object.values(state.entered).filter(({ override }) => override.date.startsWith(String(year))),
    };
  }

  @Get('preview')
  @Allows('calendar.override')
  @ApiOperation({ operationId: 'previewCalendarDay', summary: 'Whose limits would be counted to another day' })
  async preview(@CurrentActor() actor: AuthenticatedActor, @Query() entry: DayEntry): Promise<{ moved: MovedLimit[] }> {
    const now = this.clock.now();
    const { state } = await this.overrides.load(CALENDAR_OVERRIDES_ID);
    const inForce = overridesInForce(state, now);
    const changed = [
      ...inForce.filter(({ date, scope }) => date !== entry.date || scope !== entry.scope),
      {
        id: 'preview',
        date: entry.date,
        kind: entry.kind,
        scope: entry.scope,
        nameVi: entry.nameVi,
        source: entry.source,
        evidence: entry.evidence,
        knownSince: now,
        enteredBy: actor.personId,
      } satisfies CalendarOverride,
    ];
    const table = loadCalendar();
    const byOffice = Map.groupBy(await this.limits.all(), ({ officeId }) => officeId);
    const moved = [...byOffice].flatMap(([officeId, limits]) => {
      const view = { areaCodes: this.areas.pathOf(this.areas.areaOfOffice(officeId), localDateOf(now)), knownAt: now };
      const before = table.withOverrides(applicableOverrides(inForce, view));
      const after = table.withOverrides(applicableOverrides(changed, view));
      const known = new Map(limits.map((limit) => [limit.dossierId, limit]));
      return whoseDueDatesMove(
        limits.map(({ dossierId, due }) => ({ id: dossierId, due })),
        before,
        after,
      ).map(({ id, ...days }) => ({ dossierId: id, caseCode: known.get(id)?.caseCode ?? '', officeId, ...days }));
    });
    return { moved };
  }

  @Post('overrides')
  @HttpCode(200)
  @Allows('calendar.override')
  @ApiOperation({ operationId: 'overrideCalendarDay', summary: 'Corrects a day of the calendar; limits given stay' })
  async enter(
    @Body() { date, kind, scope, nameVi, nameEn, source, evidence }: DayEntry,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() { commandId, ...seen }: WritingRequestInfo,
  ): Promise<OverrideWritten> {
    const data = { id: commandId, date, kind, scope, nameVi, source, evidence };
    return written(
      await this.overrides.execute(
        CALENDAR_OVERRIDES_ID,
        {
          type: 'OverrideCalendarDay',
          data: nameEn === undefined ? data : { ...data, nameEn },
          metadata: { now: this.clock.now(), actor: recordedActor(actor), commandId },
        },
        { correlationId: CALENDAR_OVERRIDES_ID, effectiveOn: date, ...seen },
      ),
    );
  }

  @Post('overrides/:id/withdrawals')
  @HttpCode(200)
  @Allows('calendar.override')
  @ApiOperation({ operationId: 'withdrawCalendarOverride', summary: 'Takes a correction back, with its reason' })
  async withdraw(
    @Param('id') id: string,
    @Body() { reason }: WithdrawalBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() { commandId, ...seen }: WritingRequestInfo,
  ): Promise<OverrideWritten> {
    return written(
      await this.overrides.execute(
        CALENDAR_OVERRIDES_ID,
        {
          type: 'WithdrawCalendarOverride',
          data: { id, reason },
          metadata: { now: this.clock.now(), actor: recordedActor(actor), commandId },
        },
        { correlationId: CALENDAR_OVERRIDES_ID, ...seen },
      ),
    );
  }
}
