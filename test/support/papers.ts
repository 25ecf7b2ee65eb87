import type { Persona } from '@hoptac/demo';
import { signInAs } from '@hoptac/identity/testing';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { eventually } from './eventually';
import { addressOf, done } from './province';

export interface CasePaper {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly occurrence: number;
  readonly sha256: string;
}
export interface CaseNotice {
  readonly notice: string;
  readonly occurrence: number;
  readonly status: 'owed' | 'sent' | 'failed';
  readonly reason?: string;
}
export interface CasePapers {
  readonly papers: readonly CasePaper[];
  readonly notices: readonly CaseNotice[];
  readonly pending: number;
}

/** What a reader of a paper finds in it. */
export interface ReadPaper {
  readonly pages: number;
  readonly title: string;
  readonly language: string;
  readonly text: string;
  /** What the QR code says; absent where there is none. */
  readonly code?: string;
}

/** Waits until the case's papers are so; they follow its facts by themselves. */
export const papersOf = (who: Persona, caseId: string, isSo: (papers: CasePapers) => boolean): Promise<CasePapers> =>
  eventually(
    `papers of ${caseId}`,
    async () => done(await who.get<CasePapers>(`/api/dossiers/${caseId}/papers`)),
    isSo,
  );

/** The file, as the account downloads it. */
export async function download(
  accountId: string,
  caseId: string,
  paperId: string,
): Promise<{ status: number; file: Buffer }> {
  const api = addressOf('HOPTAC_API_URL');
  const token = await signInAs(addressOf('HOPTAC_OIDC_ISSUER'), accountId);
  const answer = await fetch(new URL(`/api/dossiers/${caseId}/papers/${paperId}`, api), {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, file: Buffer.from(await answer.arrayBuffer()) };
}

/** Reads a paper as a PDF program and a camera would. */
export async function readPaper(file: Buffer): Promise<ReadPaper> {
  const reader = spawn(process.execPath, [join(process.cwd(), 'test/support/read-paper.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  reader.stdin.end(file);
  return (await json(reader.stdout)) as ReadPaper;
}
