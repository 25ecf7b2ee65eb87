import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseWorkflow, Finding, LedgerCases } from '@hoptac/audit';
import { correspondenceDecider, nextNotice, nextPaper, owedBy } from '@hoptac/correspondence';
import type { CorrespondenceEvent, CorrespondenceState } from '@hoptac/correspondence';
import type { EventStore } from '@hoptac/event-store';
import { fold } from '@hoptac/kernel';
import type { Recorded } from '@hoptac/kernel';
import type { TemporalClient } from '@hoptac/temporal';
import { correspondenceCategory } from '@workflows/correspondence/correspondence.category';
import { workflowOf } from './case-workflow';

const LOOK_MS = 500;
/** A run that has done its last step needs a moment to end. */
const ENDING_LOOKS = 6;

const stateOf = (events: readonly Recorded[]): CorrespondenceState =>
  fold(
    correspondenceDecider,
    events.map(({ event }) => event as CorrespondenceEvent),
  );

const settled = (state: CorrespondenceState): boolean =>
  nextPaper(state) === undefined && nextNotice(state) === undefined;

/** What the ledger of truth asks of correspondence: its workflow runs as long as something is owed, and no longer. */
export function correspondenceLedger(temporal: TemporalClient): LedgerCases {
  return {
    category: correspondenceCategory.category,
    isClosed: (events) => settled(stateOf(events)),
    mustHaveSeen: (events) =>
      events.findLast(({ event }) => correspondenceCategory.wakingTypes.includes(event.type))?.revision ?? -1,
    workflowOf: async (caseId) => {
      let found: CaseWorkflow | undefined;
      for (let look = 0; look < ENDING_LOOKS; look += 1) {
        found = await workflowOf(temporal, correspondenceCategory, caseId);
        if (found?.running !== true) break;
        await sleep(LOOK_MS);
      }
      return found;
    },
    papersAndDates: (caseId, events, all) => eachOwedOnce(caseId, events, all),
  };
}

/** Law 5: each fact that owes is answered by one `CorrespondenceOwed`, each paper and mail stands for a fact, none twice. */
function eachOwedOnce(caseId: string, events: readonly Recorded[], all: readonly Recorded[]): Finding[] {
  const where = `correspondence-${caseId}`;
  const findings: Finding[] = [];
  const found = (what: string): void => {
    findings.push({ law: 5, where, what });
  };
  const owing = owingFacts(all, caseId);
  const owed = events.flatMap(({ event }) =>
    event.type === 'CorrespondenceOwed'
      ? [(event as Extract<CorrespondenceEvent, { type: 'CorrespondenceOwed' }>).data]
      : [],
  );
  for (const revision of owing) {
    const count = owed.filter(({ dossierRevision }) => dossierRevision === revision).length;
    if (count !== 1) found(`the dossier's revision ${revision} owes once and is owed ${count} times`);
  }
  for (const { dossierRevision } of owed)
    if (!owing.includes(dossierRevision)) found(`revision ${dossierRevision} of the dossier owes nothing`);
  const issued = events.flatMap(({ event }) =>
    event.type === 'CorrespondencePaperIssued' ? [(event.data as { paperId: string }).paperId] : [],
  );
  for (const paperId of new Set(issued))
    if (issued.filter((one) => one === paperId).length > 1) found(`${paperId} was issued twice`);
  const known = new Set(owed.flatMap(({ papers }) => papers.map(({ paperId }) => paperId)));
  for (const paperId of issued.filter((one) => !known.has(one))) found(`${paperId} was issued and nothing owes it`);
  return findings;
}

const owingFacts = (all: readonly Recorded[], caseId: string): readonly number[] =>
  all
    .filter(({ stream, event }) => stream === `dossier-${caseId}` && owedBy(event as never) !== undefined)
    .map(({ revision }) => revision);

/** Law 5 from the other side: a dossier whose facts owe something has its correspondence. */
export function correspondenceMissing(
  caseId: string,
  events: readonly Recorded[],
  all: readonly Recorded[],
): Finding[] {
  const owes = events.some(({ event }) => owedBy(event as never) !== undefined);
  const there = all.some(({ stream }) => stream === `correspondence-${caseId}`);
  return owes && !there
    ? [{ law: 5, where: `dossier-${caseId}`, what: 'it owes papers and nobody knows of them' }]
    : [];
}

/** Waits until everything that dossiers owe is known, printed and sent, at most `limitMs`; what is still owed then is the ledger's to judge. */
export async function correspondenceSettles(store: EventStore, limitMs: number): Promise<void> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const streams = new Map<string, Recorded[]>();
    for await (const recorded of store.readAll({ streamPrefixes: ['dossier-', 'correspondence-'] }))
      streams.set(recorded.stream, [...(streams.get(recorded.stream) ?? []), recorded]);
    const open = [...streams].some(([stream, events]) => {
      if (stream.startsWith('correspondence-')) return !settled(stateOf(events));
      const owing = events.filter(({ event }) => owedBy(event as never) !== undefined).length;
      const known = streams.get(stream.replace('dossier-', 'correspondence-')) ?? [];
      return known.filter(({ event }) => event.type === 'CorrespondenceOwed').length < owing;
    });
    if (!open) return;
    await sleep(LOOK_MS);
  }
}
