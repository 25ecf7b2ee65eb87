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

  /** Certificates issued to an organisation up to a position, the newest first. */
  async ofOrganisation(organisationId: string, position?: bigint): Promise<readonly CertificateRow[]> {
    const db = await this.readModels.of(certificatesProjection);
    let issued = db.selectFrom('certificates').selectAll().where('organisation_id', '=', organisationId);
    if (position !== undefined) issued = issued.where('issued_at', '<=', Number(position));
    return issued.orderBy('issued_at', 'desc').execute();
  }
}
