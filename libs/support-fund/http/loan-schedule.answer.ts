import { ApiProperty } from '@nestjs/swagger';

/** One stretch of interest: balance × basisPoints × yearShare ÷ 10,000. */
export class InterestPartAnswer {
  @ApiProperty() readonly from!: string;
  @ApiProperty({ description: 'Not included.' }) readonly to!: string;
  @ApiProperty() readonly days!: number;
  @ApiProperty({ description: 'Đồng.' }) readonly balance!: number;
  @ApiProperty() readonly basisPoints!: number;
  @ApiProperty({ example: '31/365' }) readonly yearShare!: string;
}

export class InstalmentAnswer {
  @ApiProperty() readonly number!: number;
  @ApiProperty() readonly agreedOn!: string;
  @ApiProperty({ description: 'The agreed day, moved where offices do not work.' }) readonly dueOn!: string;
  @ApiProperty({ description: 'False where the calendar does not reach.' }) readonly calendarKnown!: boolean;
  @ApiProperty({ description: 'Đồng.' }) readonly principal!: number;
  @ApiProperty({ description: 'Đồng.' }) readonly interest!: number;
  @ApiProperty({ description: 'Đồng.' }) readonly total!: number;
  @ApiProperty({ description: 'Đồng outstanding afterwards.' }) readonly balance!: number;
  @ApiProperty({ type: [InterestPartAnswer] }) readonly interestParts!: readonly InterestPartAnswer[];
  @ApiProperty({ description: 'Đồng accrued and not yet due.' }) readonly deferredInterest!: number;
}

/** A repayment plan — lịch trả nợ. */
export class LoanScheduleAnswer {
  @ApiProperty({ type: [InstalmentAnswer] }) readonly instalments!: readonly InstalmentAnswer[];
  @ApiProperty({ description: 'Đồng.' }) readonly principal!: number;
  @ApiProperty({ description: 'Đồng.' }) readonly interest!: number;
  @ApiProperty({ description: 'Đồng.' }) readonly total!: number;
}
