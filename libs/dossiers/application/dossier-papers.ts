import { cleanFileName, DocumentStore } from '@hoptac/documents';
import { brokenRule } from '@hoptac/kernel';
import { Injectable } from '@nestjs/common';
import type { DossierDocument } from '../domain';

/** A paper as it is handed in: which file of the document store, as what, under which name. */
export type HandedInDocument = Pick<DossierDocument, 'kind' | 'sha256' | 'fileName'>;

/** Takes papers into a dossier — thành phần hồ sơ. Size and type are what the store found, not what a form says. */
@Injectable()
export class DossierPapers {
  constructor(private readonly documents: DocumentStore) {}

  /**
   * @param bringer account that hands them in: it must have put each file into the store itself, so that nobody can make a stranger's file his own by naming it.
   * @param before papers of the version before, which stay in the dossier whoever brought them.
   * @throws DomainError `DOSSIERS.DOCUMENT_UNKNOWN`.
   */
  async accept(
    handedIn: readonly HandedInDocument[],
    bringer: string,
    before: readonly DossierDocument[] = [],
  ): Promise<readonly DossierDocument[]> {
    return Promise.all(handedIn.map((document) => this.acceptOne(document, bringer, before)));
  }

  private async acceptOne(
    { kind, sha256, fileName }: HandedInDocument,
    bringer: string,
    before: readonly DossierDocument[],
  ): Promise<DossierDocument> {
    const known = before.find((document) => document.sha256 === sha256) ?? (await this.brought(sha256, bringer));
    if (known === undefined)
      throw brokenRule('DOSSIERS.DOCUMENT_UNKNOWN', 'The account has not put this file into the store', { kind });
    const { size, mediaType } = known;
    return { kind, sha256, fileName: cleanFileName(fileName, kind), mediaType, size };
  }

  private async brought(sha256: string, bringer: string) {
    return (await this.documents.wasBroughtBy(sha256, bringer)) ? this.documents.find(sha256) : undefined;
  }
}
