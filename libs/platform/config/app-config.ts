import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { IsOptionalUrl, IsPortNumber, IsText, IsUrl } from './key-rules';
import { Key } from './key.decorator';

/**
 * Everything a program of the house may be told from outside. Each property is one `HOPTAC_…` variable; made by `loadConfig` alone,
 * which names every wrong key. Nothing else reads the environment.
 */
export class AppConfig {
  @Key({
    key: 'HOPTAC_EMBEDDED',
    kind: 'flag',
    fallback: false,
    about: 'Set to 1 by the launcher of the embedded stack: demo accounts and keys of its own are allowed.',
  })
  @IsBoolean()
  readonly embedded!: boolean;

  @Key({
    key: 'HOPTAC_REHEARSAL',
    kind: 'flag',
    fallback: false,
    about: 'Allows the rehearsal clock (embedded stack only; every page is marked).',
  })
  @IsBoolean()
  readonly rehearsal!: boolean;

  @Key({
    key: 'HOPTAC_DATA_DIR',
    kind: 'text',
    fallback: 'data',
    about: 'Folder of all data of the stack, absolute or relative to the working folder.',
  })
  @IsText()
  readonly dataDir!: string;

  @Key({ key: 'HOPTAC_LOG_LEVEL', kind: 'text', fallback: 'info', about: 'fatal, error, warn, info, debug or trace.' })
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  readonly logLevel!: string;

  @Key({
    key: 'HOPTAC_PORT_BASE',
    kind: 'port',
    about:
      'Moves API, identity, event node, Temporal, its page, PostgreSQL, worker, projector, tax authority to n … n+8, unless set alone.',
  })
  @IsOptional()
  @IsInt()
  @Min(1024)
  @Max(65_527)
  readonly portBase?: number;

  @Key({
    key: 'HOPTAC_API_PORT',
    kind: 'port',
    portOffset: 0,
    fallback: 3000,
    about: 'Port of API and pages on 127.0.0.1.',
  })
  @IsPortNumber()
  readonly apiPort!: number;

  @Key({
    key: 'HOPTAC_PUBLIC_URL',
    kind: 'url',
    defaultText: '`http://127.0.0.1:<API port>`',
    about:
      'Address under which browsers reach the pages; decides redirect addresses, same-origin checks and whether cookies are `Secure`.',
  })
  @IsUrl()
  readonly publicUrl!: string;

  @Key({
    key: 'HOPTAC_IDENTITY_PORT',
    kind: 'port',
    portOffset: 1,
    fallback: 3001,
    about: 'Port of the embedded identity provider.',
  })
  @IsPortNumber()
  readonly identityPort!: number;

  @Key({
    key: 'HOPTAC_OIDC_ISSUER',
    kind: 'url',
    defaultText: '`http://127.0.0.1:<identity port>`',
    about: 'OIDC issuer whose access tokens are accepted.',
  })
  @IsUrl()
  readonly oidcIssuer!: string;

  @Key({
    key: 'HOPTAC_OIDC_AUDIENCE',
    kind: 'text',
    fallback: 'hoptac-api',
    about: 'Audience that an access token must carry.',
  })
  @IsText()
  readonly oidcAudience!: string;

  @Key({
    key: 'HOPTAC_OIDC_CLIENT_ID',
    kind: 'text',
    fallback: 'hoptac-pages',
    about: 'OIDC client of the pages (authorization code with PKCE).',
  })
  @IsText()
  readonly oidcClientId!: string;

  @Key({
    key: 'HOPTAC_OIDC_CLIENT_SECRET',
    kind: 'secret',
    about: 'Secret of that client; none for a public client (the embedded one).',
  })
  @IsOptional()
  @IsString()
  readonly oidcClientSecret?: string;

  @Key({
    key: 'HOPTAC_EVENTSTORE_PORT',
    kind: 'port',
    portOffset: 2,
    fallback: 2113,
    about: 'Port of the embedded event node.',
  })
  @IsPortNumber()
  readonly eventStorePort!: number;

  @Key({
    key: 'HOPTAC_EVENTSTORE_URL',
    kind: 'secret',
    defaultText: '`esdb://127.0.0.1:<event node port>?tls=false`',
    about: 'Connection string of the event store.',
  })
  @Matches(/^(esdb|kurrentdb)(\+discover)?:\/\/\S+$/, {
    message: 'must be an esdb:// or kurrentdb:// connection string',
  })
  readonly eventStoreUrl!: string;

  @Key({
    key: 'HOPTAC_TEMPORAL_PORT',
    kind: 'port',
    portOffset: 3,
    fallback: 7233,
    about: 'Port of the embedded Temporal server.',
  })
  @IsPortNumber()
  readonly temporalPort!: number;

  @Key({
    key: 'HOPTAC_TEMPORAL_ADDRESS',
    kind: 'text',
    defaultText: '`127.0.0.1:<Temporal port>`',
    about: "host:port of Temporal's frontend.",
  })
  @Matches(/^[^\s:/]+:\d{1,5}$/, { message: 'must be host:port' })
  readonly temporalAddress!: string;

  @Key({ key: 'HOPTAC_TEMPORAL_NAMESPACE', kind: 'text', fallback: 'default', about: 'Temporal namespace.' })
  @IsText()
  readonly temporalNamespace!: string;

  @Key({
    key: 'HOPTAC_TEMPORAL_UI_PORT',
    kind: 'port',
    portOffset: 4,
    fallback: 8233,
    about: "Port of Temporal's own page.",
  })
  @IsPortNumber()
  readonly temporalUiPort!: number;

  @Key({
    key: 'HOPTAC_POSTGRES_PORT',
    kind: 'port',
    portOffset: 5,
    fallback: 5433,
    about: 'Port of the embedded PostgreSQL.',
  })
  @IsPortNumber()
  readonly postgresPort!: number;

  @Key({
    key: 'HOPTAC_POSTGRES_URL',
    kind: 'secret',
    defaultText: '`postgres://hoptac@127.0.0.1:<PostgreSQL port>/hoptac`',
    about: 'Connection string of PostgreSQL.',
  })
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: 'must be a postgres:// connection string' })
  readonly postgresUrl!: string;

  @Key({
    key: 'HOPTAC_WORKER_HEALTH_PORT',
    kind: 'port',
    portOffset: 6,
    fallback: 3010,
    about: "Port of the worker's health and metrics.",
  })
  @IsPortNumber()
  readonly workerHealthPort!: number;

  @Key({
    key: 'HOPTAC_PROJECTOR_HEALTH_PORT',
    kind: 'port',
    portOffset: 7,
    fallback: 3011,
    about: "Port of the projector's health and metrics.",
  })
  @IsPortNumber()
  readonly projectorHealthPort!: number;

  @Key({
    key: 'HOPTAC_TAX_AUTHORITY_PORT',
    kind: 'port',
    portOffset: 8,
    fallback: 3012,
    about: 'Port of the simulated tax authority.',
  })
  @IsPortNumber()
  readonly taxAuthorityPort!: number;

  @Key({
    key: 'HOPTAC_TAX_AUTHORITY_URL',
    kind: 'url',
    defaultText: '`http://127.0.0.1:<tax authority port>`',
    about: "Address of the tax authority's exchange.",
  })
  @IsUrl()
  readonly taxAuthorityUrl!: string;

  @Key({
    key: 'HOPTAC_MASTER_KEY_FILE',
    kind: 'text',
    defaultText: '`<data folder>/keys/master.key`',
    about: 'File of the key that wraps the keys of natural persons; belongs into every backup, apart from it.',
  })
  @IsText()
  readonly masterKeyFile!: string;

  @Key({
    key: 'HOPTAC_SESSION_KEY_FILE',
    kind: 'text',
    defaultText: '`<data folder>/keys/session.key`',
    about:
      'File of the 32-byte key that seals session cookies; made when missing. Several API processes need the same one.',
  })
  @IsText()
  readonly sessionKeyFile!: string;

  @Key({
    key: 'HOPTAC_FILES_DRIVER',
    kind: 'text',
    fallback: 'fs',
    about: 'Where documents lie: `fs` (data folder) or `s3`.',
  })
  @IsIn(['fs', 's3'])
  readonly filesDriver!: 'fs' | 's3';

  @Key({ key: 'HOPTAC_S3_BUCKET', kind: 'text', about: 'Bucket of the documents, with `s3`.' })
  @IsOptional()
  @IsString()
  readonly s3Bucket?: string;

  @Key({ key: 'HOPTAC_S3_REGION', kind: 'text', about: 'Region of the bucket, with `s3`.' })
  @IsOptional()
  @IsString()
  readonly s3Region?: string;

  @Key({
    key: 'HOPTAC_S3_ENDPOINT',
    kind: 'url',
    about: 'Address of an S3-compatible store other than the default, with `s3`.',
  })
  @IsOptionalUrl()
  readonly s3Endpoint?: string;

  @Key({ key: 'HOPTAC_UPLOAD_MAX_BYTES', kind: 'number', fallback: 15_728_640, about: 'Largest document in bytes.' })
  @IsInt()
  @Min(1024)
  @Max(1_073_741_824)
  readonly uploadMaxBytes!: number;

  @Key({
    key: 'HOPTAC_LOOKUPS_PER_MINUTE',
    kind: 'number',
    fallback: 60,
    about: 'Public look-ups allowed per address and minute.',
  })
  @IsInt()
  @Min(1)
  readonly lookupsPerMinute!: number;

  @Key({
    key: 'HOPTAC_OTLP_URL',
    kind: 'url',
    about: 'OTLP/HTTP traces address, e.g. `http://127.0.0.1:4318/v1/traces`; without it spans get ids but go nowhere.',
  })
  @IsOptionalUrl()
  readonly otlpUrl?: string;
}
