import type { Finding, LedgerCases } from '@hoptac/audit';
import { loadCalendar } from '@hoptac/calendar';
import { fold, localDateOf } from '@hoptac/kernel';
import type { Instant, Recorded } from '@hoptac/kernel';
import { applicationDecider, isEnded, lapseOwed, lateMarkOwed } from '@hoptac/support-fund/domain';
import type { ApplicationState, LoanApplicationEvent, LoanDueDate } from '@hoptac/support-fund/domain';
import type { TemporalClient } from '@hoptac/temporal';
import { loanApplicationCategory } from '@workflows/loan-application/loan-application.category';
import { workflowOf } from './case-workflow';

/** A limit that passed this short a time ago may still be on its way to be marked; milliseconds. */
const MARKING_MS = 60_000;

/** What the ledger of truth asks of applications for loans (D45 Art. 20–31) at the stack's time `now`. */
export function loanApplicationLedger(temporal: TemporalClient, now: Instant): LedgerCases {
  return {
    category: loanApplicationCategory.category,
    isClosed: (events) => isEnded(stateOf(events)),
    mustHaveSeen: (events) =>
      events.findLast(({ event }) => loanApplicationCategory.wakingTypes.includes(event.type))?.revision ?? -1,
    workflowOf: (caseId) => workflowOf(temporal, loanApplicationCategory, caseId),
    papersAndDates: (caseId, events) => [...contracts(caseId, events), ...dates(events, now)],
  };
}

const stateOf = (events: readonly Recorded[]): ApplicationState =>
  fold(
    applicationDecider,
    events.map(({ event }) => event as LoanApplicationEvent),
  );

/** A contract stands on one approval, and no application has two (D45 Art. 23). */
function contracts(where: string, events: readonly Recorded[]): Finding[] {
  const count = (type: LoanApplicationEvent['type']): number =>
    events.filter(({ event }) => event.type === type).length;
  const [approved, signed] = [count('LoanApplicationApproved'), count('LoanContractSigned')];
  if (signed <= approved && signed <= 1) return [];
  return [{ law: 5, where, what: `${signed} contracts signed on ${approved} approvals` }];
}

/** Every limit follows from its day by the calendar; what has passed is marked or has lapsed, nothing is marked before. */
function dates(events: readonly Recorded[], now: Instant): Finding[] {
  const where = events[0]?.stream ?? '';
  const calendar = loadCalendar();
  const findings: Finding[] = [];
  for (const { event, metadata } of events) {
    const { due } = event.data as { due?: LoanDueDate };
    if (due !== undefined && due.calendarVersion === calendar.version) {
      const { countedFrom: from, amount, unit, article } = due;
      const { dueOn } = calendar.count({ from, amount, unit, article });
      if (dueOn !== due.dueOn)
        findings.push({ law: 6, where, what: `${event.type}: due on ${due.dueOn}, the calendar says ${dueOn}` });
      if (from !== localDateOf(metadata.occurredAt))
        findings.push({ law: 6, where, what: `${event.type}: counted from ${from}` });
    }
    if (
      event.type === 'LoanApplicationDeadlinePassed' &&
      metadata.occurredAt < (event.data as { dueAt: Instant }).dueAt
    )
      findings.push({ law: 6, where, what: 'marked late before its limit' });
  }
  const settledBy = new Date(Date.parse(now) - MARKING_MS).toISOString() as Instant;
  const state = stateOf(events);
  if (lateMarkOwed(state, settledBy))
    findings.push({ law: 6, where, what: 'a limit of the fund passed and is not marked' });
  if (lapseOwed(state, settledBy))
    findings.push({ law: 6, where, what: 'a limit passed and the application has not lapsed' });
  return findings;
}
