import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TaxLedger } from './tax-ledger';
import { taxServer } from './tax-server';

/** The simulated tax authority of the embedded stack (`HOPTAC_TAX_AUTHORITY_PORT`, `HOPTAC_DATA_DIR`). */
function main(): void {
  const port = Number(process.env['HOPTAC_TAX_AUTHORITY_PORT'] ?? '3012');
  const folder = join(resolve(process.env['HOPTAC_DATA_DIR'] ?? 'data'), 'tax-authority');
  mkdirSync(folder, { recursive: true });
  const log = (entry: Record<string, unknown>): void => {
    process.stdout.write(
      `${JSON.stringify({ level: 'info', time: new Date().toISOString(), service: 'tax-authority-simulated', ...entry })}\n`,
    );
  };
  const ledger = new TaxLedger(join(folder, 'tax-authority.sqlite'));
  const server = taxServer(ledger, log);
  server.listen(port, '127.0.0.1', () => {
    log({ msg: 'listening', port });
  });
  const stop = (): void => {
    server.close(() => {
      ledger.close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
    }, 8_000).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main();
