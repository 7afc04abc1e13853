import { divisions } from '../gateway/cities.js';
import { bodiesOf } from '../gateway/questions.js';
import { type Asked, type Gateway } from './gateway.js';
import { Course, type Stream } from './open-load.js';

/** The city whose node fails: the second of three. */
export const failing = '430200';
const cities = divisions(3).length;
const reads = bodiesOf('read', 'contract', cities);
const isThere = (body: string): boolean => body.includes(`app_${failing}_`);

/** What is asked every second, whether a node fails or not: modest for two cores that also run the load. */
const streams = {
  others: { bodies: reads.filter((body) => !isThere(body)), perSecond: 150 },
  there: { bodies: reads.filter(isThere), perSecond: 15 },
  merges: { bodies: bodiesOf('list', 'contract', cities), perSecond: 10 },
} as const satisfies Record<string, Stream>;

/** What came of some seconds of traffic. */
export interface Passage {
  /** Reads that the other two own. */
  readonly others: readonly Asked[];
  /** Merges over all three. */
  readonly merges: readonly Asked[];
}

/** The same traffic again and again. */
export class Traffic {
  /** Answers while all was well, by body. */
  private readonly expected = new Map<string, string>();
  private readonly there = new Course();

  constructor(private readonly gateway: Gateway) {}

  /** Learns what the right answers are. @throws Error when one has errors */
  async learn(): Promise<void> {
    for (const body of Object.values(streams).flatMap(({ bodies }) => bodies)) {
      const { text } = await this.gateway.ask(body);
      if (!text.startsWith('{"data":')) throw new Error(`the gateway answers ${text.slice(0, 300)}`);
      this.expected.set(body, text);
    }
  }

  /** Some milliseconds of it. Reads of the failing node's own may go on after. */
  async pass(milliseconds: number): Promise<Passage> {
    const { gateway, there } = this;
    const [others, merges] = [new Course(), new Course()];
    await Promise.all([
      others.run(gateway, streams.others, milliseconds),
      merges.run(gateway, streams.merges, milliseconds),
      there.run(gateway, streams.there, milliseconds),
    ]);
    await Promise.all([others.end(), merges.end()]);
    return { others: others.answered, merges: merges.answered };
  }

  /** Whether this is the answer that came while all was well. */
  isRight({ body, text }: Asked): boolean {
    return text === this.expected.get(body);
  }

  /** Waits until nothing is under way and merges are whole again. */
  async settle(): Promise<void> {
    await this.there.end();
    this.there.answered.length = 0;
    const [body = ''] = streams.merges.bodies;
    while (!this.isRight(await this.gateway.ask(body))) continue;
  }
}

/** Whether a merge has the others' entries, and an error that names the failing city. */
export function namesFailing({ text }: Asked): boolean {
  const { errors, data } = JSON.parse(text === '' ? '{}' : text) as Merged;
  const named = errors?.map(({ extensions }) => extensions.city).join();
  return named === failing && data?.notices?.some(({ division }) => division !== failing) === true;
}

interface Merged {
  readonly errors?: readonly { readonly extensions: { readonly city?: string } }[];
  readonly data?: { readonly notices?: readonly { readonly division: string }[] | null };
}
