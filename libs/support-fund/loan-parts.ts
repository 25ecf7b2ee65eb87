import type { Provider } from '@nestjs/common';
import { LoanKeepingActivities } from './activities/loans/loan-keeping.activities';
import { BankStatements } from './application/ledger/bank-statement';
import { LedgerDesk } from './application/ledger/ledger-desk';
import { BorrowerStanding, RegisterStanding } from './application/loans/borrower-standing';
import { FundExposure } from './application/loans/fund-exposure';
import { FundReading } from './application/loans/fund-reading';
import { LoanDesk } from './application/loans/loan-desk';
import { BankLineStore, ExposureStore, FundLedgerStore, LoanStore } from './application/loans/loan-stores';
import type { ContextParts } from './context-parts';
import { Exposure } from './domain';
import { FundBooksController } from './http/loans/fund-books.controller';
import { LoansController } from './http/loans/loans.controller';
import './loan-messages';
import { LedgerBook } from './read-models/loans/ledger-book';
import { LedgerWatch } from './read-models/loans/ledger-watch';
import { LoanList } from './read-models/loans/loan-list';
import { PortfolioBook } from './read-models/loans/portfolio-book';

const STORES: readonly Provider[] = [LoanStore, ExposureStore, BankLineStore, FundLedgerStore];
const LIMITS: readonly Provider[] = [FundExposure, { provide: Exposure, useExisting: FundExposure }];

/** Loans, ledger, exposure and portfolio: everything after the signed contract. */
export const loanParts: ContextParts = {
  http: {
    controllers: [LoansController, FundBooksController],
    providers: [
      ...STORES,
      ...LIMITS,
      FundReading,
      { provide: BorrowerStanding, useClass: RegisterStanding },
      LoanDesk,
      LedgerDesk,
      BankStatements,
      LoanList,
      LedgerBook,
      PortfolioBook,
      LedgerWatch,
    ],
    exports: [LoanStore, Exposure],
  },
  worker: {
    controllers: [],
    providers: [...STORES, ...LIMITS, LoanKeepingActivities],
    exports: [LoanStore, Exposure, LoanKeepingActivities],
  },
};
