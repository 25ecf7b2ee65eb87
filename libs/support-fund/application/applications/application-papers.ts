import { cleanFileName, DocumentStore } from '@hoptac/documents';
import { brokenRule } from '@hoptac/kernel';
import { Injectable } from '@nestjs/common';
import type { ApplicationDocument, BorrowerKind, FundPolicy } from '../../domain';

/** A paper as it is handed in: which file of the document store, as what, under which name. */
export type HandedInPaper = Pick<ApplicationDocument, 'kind' | 'sha256' | 'fileName'>;

/** Takes papers into an application; size and type are what the store found, not what a form says. */
@Injectable()
export class ApplicationPapers {
  constructor(private readonly documents: DocumentStore) {}

  /**
   * @param bringer account that hands them in: it must have put each file into the store itself.
   * @param before papers of the round before, which stay whoever brought them.
   * @throws DomainError `SUPPORT_FUND.DOCUMENT_UNKNOWN`.
   */
  async accept(
    papers: readonly HandedInPaper[],
    bringer: string,
    before: readonly ApplicationDocument[] = [],
  ): Promise<readonly ApplicationDocument[]> {
    return Promise.all(
      papers.map(async ({ kind, sha256, fileName }) => {
        const known = before.find((paper) => paper.sha256 === sha256) ?? (await this.brought(sha256, bringer));
        if (known === undefined)
          throw brokenRule('SUPPORT_FUND.DOCUMENT_UNKNOWN', 'The account has not put this file into the store', {
            kind,
          });
        const { size, mediaType } = known;
        return { kind, sha256, fileName: cleanFileName(fileName, kind), mediaType, size };
      }),
    );
  }

  private async brought(sha256: string, bringer: string) {
    return (await this.documents.wasBroughtBy(sha256, bringer)) ? this.documents.find(sha256) : undefined;
  }
}

/** Kinds of papers that the fund asks this borrower for. */
export const requiredPapers = ({ documents }: FundPolicy, borrower: BorrowerKind): readonly string[] =>
  documents.filter(({ of }) => of === undefined || of.includes(borrower)).map(({ kind }) => kind);
