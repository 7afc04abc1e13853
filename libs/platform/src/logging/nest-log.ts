import type { LoggerService } from '@nestjs/common';
import type { ProgramLog } from './program-log.js';

/** Nest's own messages in the program's log; its start-up chatter only at `debug`. */
export class NestLog implements LoggerService {
  constructor(private readonly programLog: ProgramLog) {}

  log(message: unknown): void {
    this.programLog.debug(textOf(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const [stack] = rest;
    this.programLog.error(textOf(message), typeof stack === 'string' ? { stack } : {});
  }

  warn(message: unknown): void {
    this.programLog.warn(textOf(message));
  }

  debug(message: unknown): void {
    this.programLog.debug(textOf(message));
  }
}

function textOf(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}
