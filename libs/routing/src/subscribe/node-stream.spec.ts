import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Dispatcher } from 'undici';
import { NodeStream } from './node-stream.js';

describe('a stream from a node', () => {
  const limits = { readDeadline: 5000, streamSilence: 30_000, answerBytes: 1000 };
  let stream: NodeStream;
  let wire: { paused: boolean; aborted: boolean };
  let controller: Dispatcher.DispatchController;
  let ends: number;

  beforeEach(() => {
    jest.useFakeTimers();
    ends = 0;
    stream = new NodeStream(limits, () => (ends += 1));
    wire = { paused: false, aborted: false };
    controller = {
      get paused() {
        return wire.paused;
      },
      pause: () => (wire.paused = true),
      resume: () => (wire.paused = false),
      abort: () => (wire.aborted = true),
    } as unknown as Dispatcher.DispatchController;
    stream.onRequestStart(controller);
  });
  afterEach(() => {
    expect(jest.getTimerCount()).toBe(0);
    expect(ends).toBe(1);
    jest.useRealTimers();
  });

  const begin = () => stream.onResponseStart(controller, 200, { 'content-type': 'text/event-stream; charset=utf-8' });
  const receive = (text: string) => stream.onResponseData(controller, Buffer.from(text));
  const event = (n: number) => `event: next\ndata: ${n}\n\n`;
  const brought = async () => {
    const { kind, ...more } = await stream.next();
    return 'answer' in more ? more.answer.toString() : kind;
  };

  it('lives as long as a comment comes within thirty seconds', async () => {
    begin();
    for (let n = 0; n < 10; n += 1) {
      jest.advanceTimersByTime(29_999);
      receive(':\n\n');
    }
    expect(wire.aborted).toBe(false);
    jest.advanceTimersByTime(30_000);
    expect(await brought()).toBe('unreachable');
    expect(wire.aborted).toBe(true);
  });

  it('must begin within the deadline of a read', async () => {
    jest.advanceTimersByTime(4999);
    expect(wire.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(await brought()).toBe('timeout');
    expect(wire.aborted).toBe(true);
  });

  it('is not read while eight answers wait, however long, and then goes on', async () => {
    begin();
    for (let n = 0; n < 7; n += 1) receive(event(n));
    expect(wire.paused).toBe(false);
    receive(event(7));
    expect(wire.paused).toBe(true);
    // What was on its way still comes.
    receive(event(8));
    jest.advanceTimersByTime(3_600_000);
    expect(wire).toEqual({ paused: true, aborted: false });
    for (let n = 0; n < 8; n += 1) expect(await brought()).toBe(`${n}`);
    expect(wire.paused).toBe(true);
    expect(await brought()).toBe('8');
    expect(wire.paused).toBe(false);
    jest.advanceTimersByTime(30_000);
    expect(await brought()).toBe('unreachable');
  });

  it('brings what came before it broke', async () => {
    begin();
    receive(event(1) + event(2).slice(0, 8));
    stream.onResponseError();
    expect(await brought()).toBe('1');
    expect(await brought()).toBe('unreachable');
  });

  it('is incomplete when it ends without saying so', async () => {
    begin();
    receive(event(1));
    stream.onResponseEnd();
    expect([await brought(), await brought()]).toEqual(['1', 'unreachable']);
  });

  it('brings nothing after it was completed, or given up', async () => {
    begin();
    receive(`${event(1)}event: complete\ndata:\n\n${event(2)}`);
    expect([await brought(), await brought()]).toEqual(['1', 'complete']);
    stream.onResponseError();
    stream.abort();
    expect(wire.aborted).toBe(true);
  });

  it.each([
    ['an event that is too long', () => (begin(), receive(`data: ${'x'.repeat(2000)}`))],
    ['an answer that is too long', () => (stream.onResponseStart(controller, 500, {}), receive('x'.repeat(2000)))],
  ])('is given up for %s', async (_, happens) => {
    happens();
    expect(await stream.next()).toMatchObject({ kind: 'answer', status: 0 });
    expect(wire.aborted).toBe(true);
  });

  it('that was refused brings the refusal as a call does', async () => {
    stream.onResponseStart(controller, 503, { 'retry-after': '7' });
    receive('bu');
    receive('sy');
    stream.onResponseEnd();
    expect(await stream.next()).toEqual({ kind: 'answer', status: 503, retryAfter: 7, body: Buffer.from('busy') });
  });

  it('is aborted as soon as it can be when it was given up before it was sent', () => {
    const early = new NodeStream(limits, () => undefined);
    early.abort();
    early.onRequestStart(controller);
    expect(wire.aborted).toBe(true);
    stream.abort();
  });
});
