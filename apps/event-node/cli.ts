/** `hoptac-node`: the operator's tools for the embedded event node. Everything prints one JSON object or a plain sentence. */
import { Command } from 'commander';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { readConfig } from './config';
import { openForReading, storePaths } from './store/database';
import { backupStore, restoreStore } from './tools/backup';
import { exportStore } from './tools/export';
import { importEvents } from './tools/import';
import { scavengeStore } from './tools/scavenge';
import { storeStats } from './tools/stats';
import { verifyStore } from './tools/verify';

const config = readConfig(process.env);
const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
const note = (text: string): void => void process.stderr.write(`${text}\n`);

const program = new Command('hoptac-node')
  .description('Tools for the store of the embedded event node')
  .option('--data <dir>', 'data folder (HOPTAC_DATA_DIR)', config.dataDir);
const dataDir = (): string => program.opts<{ data: string }>().data;
const database = (): string => storePaths(dataDir()).database;

program
  .command('verify')
  .description('check every record; names the first that is damaged, missing or out of order. The node may be running')
  .argument('[file]', 'a backup instead of the store')
  .action((file?: string) => {
    const db = openForReading(file ?? database());
    const result = verifyStore(db, (records) => note(`${records} records checked`));
    db.close();
    print(result);
    if (!result.ok) process.exitCode = 1;
  });

program
  .command('backup')
  .description('copy the store while the node runs, and verify the copy')
  .argument('<file>')
  .action(async (file: string) => print(await backupStore(dataDir(), file)));

program
  .command('restore')
  .description('put a backup in the place of the store; the node must be stopped; what was there is kept')
  .argument('<file>')
  .action((file: string) => print(restoreStore(dataDir(), file)));

program
  .command('export')
  .description('write all events as JSON lines (see docs/event-node.md); "-" for standard output')
  .argument('<file>')
  .option('--after <position>', 'only what lies behind this position', '0')
  .action(async (file: string, options: { after: string }) => {
    const db = openForReading(database());
    const out = file === '-' ? process.stdout : createWriteStream(file, { flags: 'wx' });
    const events = await exportStore(db, out, Number(options.after));
    db.close();
    if (file !== '-') {
      out.end();
      await finished(out);
    }
    note(`${events} events exported`);
  });

program
  .command('import')
  .description('append an export to a node or cluster, same event ids; may be run again after a failure')
  .argument('<file>')
  .requiredOption('--url <address>', 'esdb://… of the node or cluster')
  .action(async (file: string, options: { url: string }) =>
    print(await importEvents(createReadStream(file), options.url, (events) => note(`${events} events imported`))),
  );

program
  .command('stats')
  .description('figures of the store; the node may be running')
  .action(() => {
    const db = openForReading(database());
    print(storeStats(db, database()));
    db.close();
  });

program
  .command('scavenge')
  .description(
    'free what metadata made invisible; through the running node when there is one. Evidence is never touched',
  )
  .option('--port <port>', 'port of the running node (HOPTAC_EVENTSTORE_PORT)', String(config.port))
  .option('--ca <file>', 'who signed its certificate, when that of HOPTAC_EVENTSTORE_TLS_CERT is not self-signed')
  .option(
    '--login <name>',
    'who operates it, when it asks; the password comes from HOPTAC_EVENTSTORE_PASSWORD, for admin also from HOPTAC_EVENTSTORE_ADMIN_PASSWORD',
    config.usersFile || config.adminPassword ? 'admin' : undefined,
  )
  .action(async (options: { port: string; ca?: string; login?: string }) => {
    const { login = null } = options;
    const password =
      process.env['HOPTAC_EVENTSTORE_PASSWORD'] ?? (login === 'admin' ? config.adminPassword : null) ?? '';
    print(
      await scavengeStore(dataDir(), {
        host: /^(0\.0\.0\.0|::)$/.test(config.host) ? '127.0.0.1' : config.host,
        port: Number(options.port),
        certificate: options.ca ?? config.tls?.cert ?? null,
        own: options.ca === undefined,
        login,
        password,
      }),
    );
  });

program.parseAsync().catch((error: unknown) => {
  note((error as Error).message);
  process.exitCode = 1;
});
