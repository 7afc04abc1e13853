import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FixedClock, streamOf } from '#libs/kernel';
import { anonymous, type Caller } from '../../access/caller.js';
import { CallerAuthentication } from '../../access/caller-authentication.js';
import type { GraphQLAnswer, GraphQLStream } from '../graphql-request.js';
import { holdStream } from './hold-stream.js';
import { OpenStreams } from './open-streams.js';

describe('a subscription that is held', () => {
  const start = new Date('2026-01-01T00:00:00Z');
  const clock = new FixedClock(start);
  const authentication = new CallerAuthentication({ issuer: 'http://issuer.test', clock });
  let streams: OpenStreams;
  let ended: number;

  beforeEach(() => {
    jest.useFakeTimers();
    clock.set(start);
    streams = new OpenStreams({ perCaller: 2, inAll: 3 });
    ended = 0;
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** Answers once, then waits until it is ended. */
  const source = (): GraphQLStream =>
    streamOf<GraphQLAnswer>(async function* (signal) {
      yield { body: { data: { n: 1 } } };
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      ended += 1;
    });

  const caller = (subject: string): Caller => ({ ...anonymous, signedIn: true, subject });
  const held = (subject = 'a', life = 60_000, cut = () => undefined): GraphQLStream => {
    const owner = { caller: caller(subject), expires: start.getTime() + life, language: 'en', requestId: 'r' } as const;
    return holdStream(source(), owner, { streams, authentication }, cut);
  };
  const codeOf = ({ value }: IteratorResult<GraphQLAnswer, void>): unknown =>
    value && (value.body as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

  it('ends with TOKEN_EXPIRED while it waits, and its source with it', async () => {
    const stream = held();
    expect(await stream.next()).toMatchObject({ value: { body: { data: { n: 1 } } } });
    const last = stream.next();
    clock.advance(60_000);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(codeOf(await last)).toBe('TOKEN_EXPIRED');
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    expect({ ended, open: streams.size, timers: jest.getTimerCount() }).toEqual({ ended: 1, open: 0, timers: 0 });
  });

  it('is not begun at all with a token that has expired', async () => {
    const stream = held('a', 0);
    expect(codeOf(await stream.next())).toBe('TOKEN_EXPIRED');
    await stream.next();
    expect(streams.size).toBe(0);
  });

  it('gives its place back when its reader has had enough, also while it waits', async () => {
    const stream = held();
    await stream.next();
    const pending = stream.next();
    expect(streams.size).toBe(1);
    await stream.return();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect({ ended, open: streams.size, timers: jest.getTimerCount() }).toEqual({ ended: 1, open: 0, timers: 0 });
  });

  it('takes no place before it begins', async () => {
    await held().return();
    const stream = held();
    expect(streams.size).toBe(0);
    await stream.next();
    expect(streams.size).toBe(1);
    await stream.return();
  });

  it('is refused beyond the caller’s limit, which is named, and beyond everybody’s', async () => {
    const open = [held('a'), held('a'), held('b')];
    await Promise.all(open.map((stream) => stream.next()));
    const { value: own } = await held('a').next();
    expect(own).toMatchObject({
      refused: true,
      body: { errors: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }] },
    });
    expect(JSON.stringify(own)).toContain('the limit is 2');
    const { value: all } = await held('c').next();
    expect(JSON.stringify(all)).toContain('Too many subscriptions are open.');
    await open[0]?.return();
    expect(codeOf(await held('a').next())).toBeUndefined();
    expect(streams.size).toBe(3);
  });

  it('is cut when the program ends, and none is admitted after', async () => {
    let cuts = 0;
    const stream = held('a', 60_000, () => {
      cuts += 1;
    });
    await stream.next();
    streams.close();
    expect(cuts).toBe(1);
    expect(codeOf(await held('b').next())).toBe('TOO_MANY_SUBSCRIPTIONS');
    await stream.return();
  });
});
