import type { RulebookSource } from '../rulebook.types';
import { DOCUMENT_KINDS } from './founding-documents.data';
import { LAWS, REGIMES, TRANSITIONS } from './laws.data';
import { PROCEDURE_INDEX } from './procedure-index.data';
import { PROCEDURES } from './procedures.data';
import { VALUES } from './values.data';

/** The law as the house knows it. */
export const SHIPPED_RULEBOOK: RulebookSource = {
  laws: LAWS,
  regimes: REGIMES,
  transitions: TRANSITIONS,
  procedureIndex: PROCEDURE_INDEX,
  documentKinds: DOCUMENT_KINDS,
  procedures: PROCEDURES,
  values: VALUES,
};
