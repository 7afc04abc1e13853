import { expect } from '@jest/globals';
import { goodQuery, type Abuse } from './abuse.js';
import { exchange, type Came } from './wire.js';

/** Milliseconds within which a refusal has to be there. */
const mostMs = 100;
/** Tries of which the quickest counts; more when the machine is busy. */
const [fewestTries, mostTries] = [5, 40];

/** Traces of a stack, of paths and libraries of the program, of the names by which the gateway marks its questions. */
const leaks =
  /\n\s+at |\.[cm]?[jt]s:\d|node_modules|file:\/\/|\/dist\/|\bHPE_|\bFST_|\bERR_|\bECONN|(Syntax|Type|Range|Reference)Error\b|\bk[0-9a-f]{12}_|^(server|x-powered-by):/im;

/**
 * Tries an abuse: the status and the code are as they should be, nothing leaks, what a caller wrote is not said back at
 * length. A first try warms up; of five more the quickest counts, and of some more where none was quick, for the machine
 * may be busy with other tests: a refusal that is itself slow is slow every time.
 */
export async function probe(url: string, { sent, status, code }: Abuse): Promise<Came> {
  let came = await exchange(url, sent);
  let quickest = Number.POSITIVE_INFINITY;
  for (let n = 0; n < fewestTries || (quickest >= mostMs && n < mostTries); n += 1) {
    came = await exchange(url, sent);
    quickest = Math.min(quickest, came.milliseconds);
  }
  expect({ status: came.status, code: codeOf(came) }).toEqual({ status, code });
  expect(quickest).toBeLessThan(mostMs);
  expectNoLeak(came);
  return came;
}

/** The gateway answers whoever asks well. */
export async function expectAnswers(url: string, query = goodQuery): Promise<Came> {
  const came = await exchange(url, { body: JSON.stringify({ query }) });
  expect(came).toMatchObject({ status: 200, text: expect.stringMatching(/^\{"data":\{"/) });
  return came;
}

/** Nothing of the program's own shows, and the answer is short. */
export function expectNoLeak({ head, text }: Came): void {
  expect(`${head}\n${text}`).not.toMatch(leaks);
  expect(text).not.toContain(process.cwd());
  expect(text.length).toBeLessThan(20_000);
}

/** The code of the first error, in a GraphQL answer or a problem. */
export function codeOf({ text }: Came): string | undefined {
  if (!text.startsWith('{')) return undefined;
  const answer = JSON.parse(text) as { code?: string; errors?: { extensions: { code: string } }[] };
  return answer.code ?? answer.errors?.[0]?.extensions.code;
}
