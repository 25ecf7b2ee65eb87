import { loadCalendar, type WorkingCalendar } from '@hoptac/calendar';
import { Public } from '@hoptac/identity';
import { brokenRule, isDomainError, type LocalDate } from '@hoptac/kernel';
import { makeSchedule, type DueDays, type ScheduleTerms } from '@hoptac/loan-schedules';
import { LookupLimited } from '@hoptac/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LoanScheduleAnswer } from './loan-schedule.answer';
import { LoanScheduleDto } from './loan-schedule.dto';

/** The calculator: repayment plans without any loan existing, for anyone who wants to check one. Records nothing. */
@ApiTags('support-fund')
@Controller('api/support-fund/loan-schedules')
export class LoanSchedulesController {
  private readonly calendar = loadCalendar();

  @Post()
  @HttpCode(200)
  @Public()
  @LookupLimited()
  @ApiOperation({ operationId: 'countLoanSchedule', summary: 'Counts a repayment plan; records nothing' })
  @ApiOkResponse({ type: LoanScheduleAnswer })
  count(@Body() body: LoanScheduleDto): LoanScheduleAnswer {
    return makeSchedule(termsOf(body), workedOn(this.calendar));
  }
}

function termsOf(body: LoanScheduleDto): ScheduleTerms {
  const { principal, disbursements, method, dayCount, rounding, grace, workingDays } = body;
  return {
    principal,
    disbursements,
    rates: ratesOf(body),
    due: dueOf(body),
    method,
    dayCount,
    rounding: rounding ?? { unit: 1, remainder: 'last', interest: 'each' },
    ...(grace ? { grace } : {}),
    ...(workingDays ? { workingDays } : {}),
  };
}

function ratesOf({ rates, annualRateBasisPoints, disbursements }: LoanScheduleDto): ScheduleTerms['rates'] {
  if (rates && annualRateBasisPoints !== undefined) {
    throw brokenRule('SUPPORT_FUND.ONE_RATE', 'Give one rate for the whole term, or rates by day, not both');
  }
  return rates ?? [{ from: disbursements[0]!.on, basisPoints: annualRateBasisPoints! }];
}

/** @throws DomainError `SUPPORT_FUND.ONE_KIND_OF_DUE_DAYS`. */
export function dueOf({
  periods,
  days,
  harvests,
  lastOn,
}: Pick<LoanScheduleDto, 'periods' | 'days' | 'harvests' | 'lastOn'>): DueDays {
  const given: DueDays[] = [
    ...(periods ? [{ periods }] : []),
    ...(days ? [{ days }] : []),
    ...(harvests ? [{ harvests, lastOn: lastOn! }] : []),
  ];
  if (given.length !== 1) {
    throw brokenRule('SUPPORT_FUND.ONE_KIND_OF_DUE_DAYS', 'Give periods, or days, or harvests: exactly one of them');
  }
  return given[0]!;
}

/** Beyond the calendar's last year nothing is known; a plan of years must still be countable. */
const workedOn =
  (calendar: WorkingCalendar) =>
  (date: LocalDate): boolean | undefined => {
    try {
      return calendar.isWorkingDay(date);
    } catch (error) {
      if (isDomainError(error) && error.code === 'CALENDAR.YEAR_WITHOUT_DATA') return undefined;
      throw error;
    }
  };
