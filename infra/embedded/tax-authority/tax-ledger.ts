import { DatabaseSync } from 'node:sqlite';
import { taxCodeFrom } from './tax-code';

export interface TaxRegistration {
  readonly requestId: string;
  readonly organisationName: string;
  readonly officeCode: string;
}

/** Codes given so far, in one SQLite file: the same request gets the same code for ever. */
export class TaxLedger {
  private readonly database: DatabaseSync;

  constructor(file: string) {
    this.database = new DatabaseSync(file);
    this.database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      CREATE TABLE IF NOT EXISTS given_codes (
        request_id TEXT PRIMARY KEY, tax_code TEXT NOT NULL UNIQUE, organisation_name TEXT NOT NULL, office_code TEXT NOT NULL
      ) STRICT;
      CREATE TABLE IF NOT EXISTS serials (province TEXT PRIMARY KEY, next_serial INTEGER NOT NULL) STRICT;`);
  }

  give(request: TaxRegistration, province: string): string {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const taxCode = this.known(request.requestId) ?? this.giveNew(request, province);
      this.database.exec('COMMIT');
      return taxCode;
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.database.close();
  }

  private known(requestId: string): string | undefined {
    const row = this.database.prepare('SELECT tax_code FROM given_codes WHERE request_id = ?').get(requestId);
    return row?.['tax_code'] as string | undefined;
  }

  private giveNew(request: TaxRegistration, province: string): string {
    const row = this.database.prepare('SELECT next_serial FROM serials WHERE province = ?').get(province);
    const { taxCode, nextSerial } = taxCodeFrom(province, Number(row?.['next_serial'] ?? 1));
    this.database
      .prepare(
        'INSERT INTO serials VALUES (?, ?) ON CONFLICT (province) DO UPDATE SET next_serial = excluded.next_serial',
      )
      .run(province, nextSerial);
    this.database
      .prepare('INSERT INTO given_codes VALUES (?, ?, ?, ?)')
      .run(request.requestId, taxCode, request.organisationName, request.officeCode);
    return taxCode;
  }
}
