import { createHash } from 'node:crypto';
import { notFound } from '@hoptac/kernel';
import { currentTemplateVersion, paperTitle, renderPaper } from '@hoptac/papers';
import { AppConfig } from '@hoptac/platform';
import { loadRulebook } from '@hoptac/rulebook';
import { Inject, Injectable } from '@nestjs/common';
import type { CorrespondencePaperIssued, IssuePaper, OwedPaper } from '../domain';
import { DossierHistory } from './dossier-history';
import { PaperFacts } from './paper-facts';
import { CorrespondenceStore } from './stores';

/** A paper as it is handed out. */
export interface PrintedPaper {
  readonly file: Buffer;
  readonly title: string;
  readonly issued: CorrespondencePaperIssued['data'];
}

/** What a verification of one paper found. */
export interface PaperVerdict {
  readonly paperId: string;
  readonly verdict: 'same' | 'differs' | 'erased' | 'notPrintable';
  readonly why?: string;
}

/** Prints papers: a first time when they are issued, later again from the same facts. */
@Injectable()
export class PaperPress {
  constructor(
    private readonly store: CorrespondenceStore,
    private readonly history: DossierHistory,
    private readonly facts: PaperFacts,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  /** Prints an owed paper with today's template and says what has to be recorded of it. Errors as `PaperFacts.of`. */
  async first(caseId: string, paper: OwedPaper): Promise<IssuePaper['data']> {
    const printing = {
      templateVersion: currentTemplateVersion(paper.kind),
      rulebookVersion: loadRulebook().version,
      demo: this.config.embedded,
      publicUrl: this.config.publicUrl.replace(/\/$/, ''),
    };
    const file = await this.print({ caseId, ...paper, ...printing });
    return { paperId: paper.paperId, ...printing, sha256: hashOf(file) };
  }

  /**
   * The paper again, byte for byte as it was issued.
   * @throws DomainError `CORRESPONDENCE.PAPER_UNKNOWN`, `CORRESPONDENCE.PERSON_ERASED` (not-found); Error when the bytes are not those that were issued.
   */
  async again(caseId: string, paperId: string): Promise<PrintedPaper> {
    const { state } = await this.store.load(caseId);
    const issued = state.papers.find((paper) => paper.paperId === paperId)?.issued;
    if (issued === undefined) throw notFound('CORRESPONDENCE.PAPER_UNKNOWN', 'There is no such paper');
    const file = await this.print(issued);
    if (hashOf(file) !== issued.sha256)
      throw new Error(`Paper ${paperId} of ${caseId} prints differently from the day on which it was issued`);
    return { file, title: paperTitle(issued.kind), issued };
  }

  /** Prints every paper of a case again and compares it with what was issued; one that cannot be printed stops no other. */
  async verify(caseId: string): Promise<readonly PaperVerdict[]> {
    const { state } = await this.store.load(caseId);
    const verdicts: PaperVerdict[] = [];
    for (const { paperId, issued } of state.papers) {
      if (issued === undefined) continue;
      try {
        const same = hashOf(await this.print(issued)) === issued.sha256;
        verdicts.push({ paperId, verdict: same ? 'same' : 'differs' });
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const erased = (error as { code?: string }).code === 'CORRESPONDENCE.PERSON_ERASED';
        verdicts.push({ paperId, verdict: erased ? 'erased' : 'notPrintable', why });
      }
    }
    return verdicts;
  }

  private async print(paper: Omit<CorrespondencePaperIssued['data'], 'sha256' | 'paperId'>): Promise<Buffer> {
    const { kind, caseId, dossierRevision, templateVersion, demo } = paper;
    const dossier = await this.history.asOf(caseId, dossierRevision);
    const facts = await this.facts.of(kind, dossier, paper);
    return renderPaper(kind, templateVersion, facts, { demo, preview: false });
  }
}

const hashOf = (file: Buffer): string => createHash('sha256').update(file).digest('hex');
