import { parseArgs } from 'node:util';

/** What a run of the load test is asked for. */
export interface LoadOptions {
  /** Seconds of the normal rate in which nothing may fail. */
  readonly seconds: number;
  /** Reads that arrive each second. */
  readonly reads: number;
  /** Filings that arrive each second. */
  readonly filings: number;
  /** How many times the normal rate is too much; doubled until something is shed. */
  readonly factor: number;
  /** Seconds of too much. */
  readonly overload: number;
}

const whole = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 100_000) throw new Error(`--${name} must be a whole number`);
  return value;
};

/** Reads `npm run test:load -- …`. @throws Error for an unknown option or a value that is no whole number */
export function readLoadOptions(args: readonly string[]): LoadOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '60' },
      reads: { type: 'string', default: '200' },
      filings: { type: 'string', default: '50' },
      factor: { type: 'string', default: '2' },
      overload: { type: 'string', default: '20' },
    },
  });
  const { seconds, reads, filings, factor, overload } = values;
  return {
    seconds: whole('seconds', seconds),
    reads: whole('reads', reads),
    filings: whole('filings', filings),
    factor: whole('factor', factor),
    overload: whole('overload', overload),
  };
}
