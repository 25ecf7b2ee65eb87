import type { Finding, LedgerCases } from '@hoptac/audit';
import { countSuspended, loadCalendar } from '@hoptac/calendar';
import { deadlinesOwed, dossierDecider, escalationsOwed, isClosed } from '@hoptac/dossiers/domain';
import type { DossierEvent, DossierState, DueDate } from '@hoptac/dossiers/domain';
import { fold, localDateOf } from '@hoptac/kernel';
import type { Instant, Recorded } from '@hoptac/kernel';
import type { TemporalClient } from '@hoptac/temporal';
import { foundingCategory } from '@workflows/founding-registration/founding-registration.category';
import { workflowOf } from './case-workflow';
import { correspondenceMissing } from './correspondence-ledger';

/** A limit that passed this short a time ago may still be on its way to be marked; milliseconds. */
const MARKING_MS = 60_000;

/** What the ledger of truth asks of founding registrations (P01–P03) at the stack's time `now`. */
export function foundingLedger(temporal: TemporalClient, now: Instant): LedgerCases {
  return {
    category: foundingCategory.category,
    isClosed: (events) => isClosed(stateOf(events)),
    mustHaveSeen: (events) =>
      events.findLast(({ event }) => foundingCategory.wakingTypes.includes(event.type))?.revision ?? -1,
    workflowOf: (caseId) => workflowOf(temporal, foundingCategory, caseId),
    papersAndDates: (caseId, events, all) => [
      ...certificate(caseId, events, all),
      ...correspondenceMissing(caseId, events, all),
      ...dates(events, now),
    ],
  };
}

const stateOf = (events: readonly Recorded[]): DossierState =>
  fold(
    dossierDecider,
    events.map(({ event }) => event as DossierEvent),
  );

/** A granted dossier has one organisation and one certificate, no other has any (L23 Art. 42.4, 45). */
function certificate(caseId: string, events: readonly Recorded[], all: readonly Recorded[]): Finding[] {
  const registered = all.filter(
    ({ event }) =>
      event.type === 'OrganisationRegistered' && (event.data as { dossierId?: string }).dossierId === caseId,
  );
  const issued = events.filter(({ event }) => event.type === 'DossierCertificateIssued');
  if (registered.length === issued.length && issued.length <= 1) return [];
  return [
    {
      law: 5,
      where: caseId,
      what: `${registered.length} organisations registered, ${issued.length} certificates issued`,
    },
  ];
}

/** Every limit follows from its day by the calendar; what has passed is marked, nothing is marked before (Civil Code Art. 145–148). */
function dates(events: readonly Recorded[], now: Instant): Finding[] {
  const where = events[0]?.stream ?? '';
  const findings: Finding[] = [];
  for (const { event, metadata } of events) {
    const { due } = event.data as { due?: DueDate };
    if (due !== undefined) {
      const { countedFrom: from, amount, unit, article, suspended = [] } = due;
      const { dueOn } = countSuspended(loadCalendar(), { from, amount, unit, article }, suspended);
      if (dueOn !== due.dueOn)
        findings.push({ law: 6, where, what: `${event.type}: due on ${due.dueOn}, the calendar says ${dueOn}` });
      if (due.countedFrom !== (metadata.effectiveOn ?? localDateOf(metadata.occurredAt)))
        findings.push({ law: 6, where, what: `${event.type}: counted from ${due.countedFrom}` });
    }
    if (event.type === 'DossierDeadlinePassed' && metadata.occurredAt < (event.data as { dueAt: Instant }).dueAt) {
      findings.push({ law: 6, where, what: 'marked late before its limit' });
    }
  }
  const settledBy = Date.parse(now) - MARKING_MS;
  const state = stateOf(events);
  for (const { what, due, late } of deadlinesOwed(state)) {
    if (!late && Date.parse(due.dueAt) < settledBy)
      findings.push({ law: 6, where, what: `the limit of the ${what} passed on ${due.dueOn} and is not marked` });
  }
  for (const { what, level, at } of escalationsOwed(state, new Date(settledBy).toISOString() as Instant))
    findings.push({ law: 6, where, what: `the late ${what} should have risen to ${level} at ${at}` });
  if (state.status === 'AwaitingCorrection' && Date.parse(state.correctionDue.dueAt) < settledBy) {
    findings.push({ law: 6, where, what: `unanswered since ${state.correctionDue.dueOn} and not lapsed` });
  }
  return findings;
}
