import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { certificatesProjection, type CertificateRow } from './certificates.projection';

/** Readers' side of `registry.certificates`. */
@Injectable()
export class CertificateBook {
  constructor(private readonly readModels: ReadModels) {}

  async find(token: string): Promise<CertificateRow | undefined> {
    const db = await this.readModels.of(certificatesProjection);
    return db.selectFrom('certificates').selectAll().where('token', '=', token).executeTakeFirst();
  }
}
