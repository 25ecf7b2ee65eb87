import { Injectable, type LoggerService } from '@nestjs/common';
import { type Logger as Pino, pino } from 'pino';
import { currentTraceId } from '../tracing/tracing';

/** What must never reach a log, wherever it hangs in a logged object. */
const SECRET_NAMES = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'secret',
  'token',
  'access_token',
  'id_token',
  'refresh_token',
  'code_verifier',
];
const REDACTED = SECRET_NAMES.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`, `*.*.*["${name}"]`]);

export interface LogTarget {
  write(line: string): void;
}

/** A pino that writes JSON lines, blackens secrets and carries the trace id of the step. Callers log ids and codes, never personal data. */
export function createPino(service: string, level: string, target?: LogTarget): Pino {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: REDACTED, censor: '[redacted]' },
    mixin: () => {
      const traceId = currentTraceId();
      return traceId === undefined ? {} : { traceId };
    },
  };
  return target === undefined ? pino(options) : pino(options, target);
}

const NEST_CHATTER = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

type Fields = Readonly<Record<string, unknown>>;

/** The house's logger; Nest's own lines go through it too. */
@Injectable()
export class Logger implements LoggerService {
  constructor(readonly pino: Pino) {}

  /** The same logger with a fixed `context` field. */
  for(context: string): Logger {
    return new Logger(this.pino.child({ context }));
  }

  info(message: string, fields: Fields = {}): void {
    this.pino.info(fields, message);
  }
  /** Nest's own list of modules and routes is of use to nobody but a developer. */
  log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    this.write(typeof context === 'string' && NEST_CHATTER.has(context) ? 'debug' : 'info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes (message, stack?, context?); we pass (message, fields or error). */
  private write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: readonly unknown[],
  ): void {
    const fields: Record<string, unknown> = {};
    for (const part of rest) {
      if (part instanceof Error) fields['err'] = part;
      else if (typeof part === 'object' && part !== null) Object.assign(fields, part);
      else if (typeof part === 'string' && part.includes('\n    at ')) fields['stack'] = part;
      else if (typeof part === 'string') fields['context'] = part;
    }
    if (message instanceof Error) this.pino[level]({ ...fields, err: message }, message.message);
    else this.pino[level](fields, typeof message === 'string' ? message : JSON.stringify(message));
  }
}
