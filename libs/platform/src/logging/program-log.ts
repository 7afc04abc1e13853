import { pino, stdTimeFunctions, type Logger } from 'pino';
import type { LogLevel } from '../settings/shared-settings.js';

/** Facts of a log line. Never a token, a name, a number of a person, or the content of a document. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** A program's log: one JSON line an event, on the error output. */
export class ProgramLog {
  readonly #logger: Logger;

  constructor(program: string, level: LogLevel, destination?: { write(line: string): void }) {
    const options = { level, base: { program }, timestamp: stdTimeFunctions.isoTime };
    this.#logger = pino(options, destination ?? pino.destination({ dest: 2, sync: true }));
  }

  /** Whether `info` lines are written; who would have to gather their facts first asks. */
  get tellsInfo(): boolean {
    return this.#logger.isLevelEnabled('info');
  }

  info(message: string, facts: LogFacts = {}): void {
    this.#logger.info(facts, message);
  }

  warn(message: string, facts: LogFacts = {}): void {
    this.#logger.warn(facts, message);
  }

  debug(message: string, facts: LogFacts = {}): void {
    this.#logger.debug(facts, message);
  }

  error(message: string, facts: LogFacts = {}): void {
    this.#logger.error(facts, message);
  }

  /** A fault of the program: its class, message and stack. Other properties (a statement's parameters …) stay out. */
  fault(fault: unknown, facts: LogFacts = {}): void {
    const error = fault instanceof Error ? fault : new Error(String(fault));
    this.#logger.error({ ...facts, fault: error.name, stack: error.stack, cause: causeOf(error) }, error.message);
  }
}

function causeOf(error: Error): string | undefined {
  return error.cause instanceof Error ? `${error.cause.name}: ${error.cause.message}` : undefined;
}
