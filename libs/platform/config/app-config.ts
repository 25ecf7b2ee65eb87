import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { IsOptionalUrl, IsText } from './key-rules';
import { Key } from './key.decorator';
import { PartsConfig } from './parts-config';

/**
 * Everything a program of the house may be told from outside. Each property is one `HOPTAC_…` variable; made by `loadConfig` alone,
 * which names every wrong key. Nothing else reads the environment.
 */
export class AppConfig extends PartsConfig {
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
    key: 'HOPTAC_SMTP_URL',
    kind: 'secret',
    about:
      'Mail server, `smtp://user:password@host:587` or `smtps://…`; without it mails become `.eml` files in `<data folder>/mail`.',
  })
  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/, { message: 'must be an smtp:// or smtps:// address' })
  readonly smtpUrl?: string;

  @Key({
    key: 'HOPTAC_MAIL_FROM',
    kind: 'text',
    fallback: 'Hợp Tác <khong-tra-loi@hoptac.example>',
    about: 'Sender of every mail: name and address.',
  })
  @Matches(/^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$/, { message: 'must be a name and an <address>' })
  readonly mailFrom!: string;

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
