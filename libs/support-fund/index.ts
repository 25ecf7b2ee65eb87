export { SupportFundModule } from './support-fund.module';
