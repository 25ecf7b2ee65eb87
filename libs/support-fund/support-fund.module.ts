import { Module, type DynamicModule } from '@nestjs/common';
import { LoanSchedulesController } from './http/loan-schedules.controller';
import './messages';

/** The Cooperative Development Support Fund: the calculator of repayment plans so far. */
@Module({})
export class SupportFundModule {
  static forHttp(): DynamicModule {
    return { module: SupportFundModule, controllers: [LoanSchedulesController] };
  }
}
