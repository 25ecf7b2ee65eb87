import type { Upcaster } from '@hoptac/kernel';
import { applicationDefinition } from './applications/application.definition';
import { exposureDefinition } from './exposure/exposure.decider';
import { fundDefinition } from './fund/fund.definition';
import { bankLineDefinition } from './ledger/bank-line.decider';
import { fundLedgerDefinition } from './ledger/fund-ledger.decider';
import { loanDefinition } from './loans/loan.decider';

interface Catalogue {
  readonly versions: Readonly<Record<string, number>>;
  readonly upcasters: readonly Upcaster[];
}

/** Every aggregate of the context; a new one adds its definition. */
const DEFINITIONS: readonly Catalogue[] = [
  fundDefinition,
  applicationDefinition,
  loanDefinition,
  exposureDefinition,
  bankLineDefinition,
  fundLedgerDefinition,
];

/** Every event type of the context with its newest version, for the event store. */
export const supportFundCatalogue: Catalogue = {
  versions: Object.assign({}, ...DEFINITIONS.map(({ versions }) => versions)) as Record<string, number>,
  upcasters: DEFINITIONS.flatMap(({ upcasters }) => upcasters),
};
