import { isDeepStrictEqual } from 'node:util';
import { request } from 'undici';
import { type Contestant } from './contestants/contestant.js';
import { type Shot } from './load.js';
import { bodiesOf, type Work } from './questions.js';

/** Every question of a work to one contestant: what it answered, parsed, and how it is sent under load. */
interface Answers {
  readonly shots: readonly Shot[];
  readonly values: readonly unknown[];
}

/**
 * Asks every contestant every question of a work and compares the answers with those of the first.
 * @returns what to send under load, for each contestant
 * @throws Error when one says anything else
 */
export async function agreedShots(
  contestants: readonly Contestant[],
  work: Work,
  cities: number,
  authorization: string,
): Promise<ReadonlyMap<string, readonly Shot[]>> {
  const answers = new Map<string, Answers>();
  for (const contestant of contestants) {
    answers.set(contestant.name, await askAll(contestant, work, cities, authorization));
  }
  const [first, ...others] = answers;
  for (const [name, { values }] of others) {
    const differing = values.findIndex((value, index) => !isDeepStrictEqual(value, first?.[1].values[index]));
    if (differing >= 0) throw new Error(`${name} and ${first?.[0] ?? ''} disagree on ${work} ${differing}`);
  }
  return new Map([...answers].map(([name, { shots }]) => [name, shots]));
}

async function askAll(contestant: Contestant, work: Work, cities: number, authorization: string): Promise<Answers> {
  const url = new URL(contestant.url(work));
  const shots: Shot[] = [];
  const values: unknown[] = [];
  for (const body of bodiesOf(work, contestant.dialect, cities)) {
    const headers = { 'content-type': 'application/json', accept: 'application/json', authorization };
    const answer = await request(url, { method: 'POST', headers, body });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    shots.push({ path: url.pathname, body, answerBytes: bytes.length });
    values.push(valueOf(bytes, work, contestant.name));
  }
  return { shots, values };
}

/** The value of the answer; a federation's lists, one for each city, as the one they are meant to be. */
function valueOf(bytes: Buffer, work: Work, name: string): unknown {
  const { data, errors } = JSON.parse(bytes.toString()) as { data?: Record<string, unknown>; errors?: unknown };
  const values = Object.values(data ?? {});
  if (errors !== undefined || values.length === 0 || values.includes(null)) {
    throw new Error(`${name} does not answer ${work}: ${bytes.toString().slice(0, 300)}`);
  }
  return work === 'list' ? values.flat() : values[0];
}
