import { IsInt, IsIP, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { IsPortNumber, IsText, IsUrl } from './key-rules';
import { Key } from './key.decorator';

/** Where the parts of the house listen and where they are reached; the first half of `AppConfig`. */
export class PartsConfig {
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
    key: 'HOPTAC_LISTEN_ADDRESS',
    kind: 'text',
    fallback: '127.0.0.1',
    about:
      'IP address on which API, worker and projector listen, without TLS. Another than loopback only on an inner network, with a gateway in front of it.',
  })
  @IsIP()
  readonly listenAddress!: string;

  @Key({
    key: 'HOPTAC_API_PORT',
    kind: 'port',
    portOffset: 0,
    fallback: 3000,
    about: 'Port of API and pages.',
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
    key: 'HOPTAC_TRUSTED_PROXIES',
    kind: 'text',
    about:
      "Addresses or networks (`127.0.0.1`, `10.0.0.0/8`, comma between) of gateways whose `X-Forwarded-For` names the caller; none: the header is a claim, and everybody behind a gateway shares its address's limit of look-ups.",
  })
  @IsOptional()
  @Matches(/^[0-9a-fA-F:.]+(\/\d{1,3})?(,[0-9a-fA-F:.]+(\/\d{1,3})?)*$/, {
    message: 'must be addresses or networks with commas between',
  })
  readonly trustedProxies?: string;

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
}
