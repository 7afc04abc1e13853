import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readEvents, type StreamEvent } from './event-stream.js';

/** A body that comes in these chunks. */
const bodyOf = (chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

const eventsIn = (...texts: readonly string[]): Promise<StreamEvent[]> =>
  collect(readEvents(bodyOf(texts.map((text) => new TextEncoder().encode(text)))));

async function collect<One>(source: AsyncIterable<One>): Promise<One[]> {
  const all: One[] = [];
  for await (const one of source) all.push(one);
  return all;
}

describe('a stream of events', () => {
  it('is read event by event: name, data of several lines, comments left out', async () => {
    const text = ':\n\nevent: next\ndata: {"a":\ndata: 1}\n\n: alive\n\nevent: complete\ndata:\n\n';
    expect(await eventsIn(text)).toEqual([
      { name: 'next', data: '{"a":\n1}' },
      { name: 'complete', data: '' },
    ]);
  });

  it('takes every line end, fields without a space or without a name, and what it does not know', async () => {
    expect(await eventsIn('data:1\r\n\r\n', 'id: 7\rdata: 2\r\r', 'retry\ndata\n\n')).toEqual([
      { name: 'message', data: '1' },
      { name: 'message', data: '2' },
      { name: 'message', data: '' },
    ]);
  });

  it('drops an event that did not come to its end', async () => {
    expect(await eventsIn('event: next\ndata: 1\n\nevent: next\ndata: 2\n')).toEqual([{ name: 'next', data: '1' }]);
  });

  it('does not care where the chunks part, be it in a line end or in a character', async () => {
    const text = 'event: next\r\ndata: {"名":"长沙🙂"}\r\n\r\n:\r\n\r\nevent: complete\r\ndata:\r\n\r\n';
    const bytes = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
        const places = [0, ...cuts.sort((one, other) => one - other), bytes.length];
        const chunks = places.slice(1).map((place, index) => bytes.slice(places[index], place));
        expect(await collect(readEvents(bodyOf(chunks)))).toEqual([
          { name: 'next', data: '{"名":"长沙🙂"}' },
          { name: 'complete', data: '' },
        ]);
      }),
    );
  });
});
