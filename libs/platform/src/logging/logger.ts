import { Injectable, type LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger as PinoLogger } from 'pino';
import { Config } from '../config/config.js';
import { errorForLog } from './error-for-log.js';

/** Never in a log, wherever it stands in a record. */
const SECRETS = ['token', 'code', 'secret', 'password', 'authorization', 'cookie', 'key', 'email'];
const redactions = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Structured logs: one JSON object a line, with request id and tenant where there is one. */
@Injectable()
export class Logger implements LoggerService {
  private readonly pino: PinoLogger;

  constructor(config: Config) {
    this.pino = makePino(config.logLevel);
  }

  info(fields: object, message: string): void {
    this.pino.info(fields, message);
  }

  debug(fields: object | string, message?: string): void {
    if (typeof fields === 'string') this.pino.debug(fields);
    else this.pino.debug(fields, message);
  }

  /** Something that a person should look at. */
  fault(fields: object, error: unknown, message: string): void {
    this.pino.error({ ...fields, err: error }, message);
  }

  log(message: unknown, context?: unknown): void {
    this.pino.debug({ context }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const detail = rest.filter((part) => typeof part === 'string');
    if (message instanceof Error) this.pino.error({ err: message, detail }, message.message);
    else this.pino.error({ detail }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.pino.warn({ context }, String(message));
  }
}

/** To standard output, or to `destination` in a test. */
export const makePino = (level: string, destination?: DestinationStream): PinoLogger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorForLog },
      redact: { paths: redactions, censor: '[secret]' },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
