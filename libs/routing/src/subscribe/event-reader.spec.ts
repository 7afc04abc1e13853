import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  completeEvent,
  keepAliveFrame,
  nextEvent,
} from '../../../platform/src/graphql-http/event-stream/event-frames.js';
import { EventReader, type ServerSentEvent } from './event-reader.js';

/** What a reader makes of a text that comes in chunks which end at these places of its bytes. */
function read(text: string, cuts: readonly number[] = []): ServerSentEvent[] {
  const bytes = Buffer.from(text);
  const reader = new EventReader(1_000_000);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return places.flatMap((place, index) => reader.read(bytes.subarray(place, places[index + 1])));
}

describe('an event stream', () => {
  it.each([
    ['an event', 'event: next\ndata: {}\n\n', [{ event: 'next', data: '{}' }]],
    ['one without a name', 'data: x\n\n', [{ event: 'message', data: 'x' }]],
    ['several lines of data', 'data: a\ndata:b\ndata:  c\n\n', [{ event: 'message', data: 'a\nb\n c' }]],
    ['an event without data', 'event: complete\ndata:\n\n', [{ event: 'complete', data: '' }]],
    ['comments and what nobody needs', ':\n\n: x\nid: 7\nretry: 5\ndata: x\n:y\n\n', [{ event: 'message', data: 'x' }]],
    ['fields without a colon', 'data\nevent\n\n', [{ event: 'message', data: '' }]],
    ['a colon in the data', 'data: a:b: c\n\n', [{ event: 'message', data: 'a:b: c' }]],
    ['a mark of the byte order', '\uFEFFdata: x\n\n', [{ event: 'message', data: 'x' }]],
    ['nothing of an event that did not end', 'data: x\n', []],
    [
      'a name that holds for one event only',
      'event: a\ndata: 1\n\ndata: 2\n\n',
      [
        { event: 'a', data: '1' },
        { event: 'message', data: '2' },
      ],
    ],
  ])('is read: %s', (_, text, events) => {
    expect(read(text)).toEqual(events);
  });

  it('ends its lines as it likes, wherever it is cut', () => {
    const events = fc.array(
      fc.record({
        event: fc.stringMatching(/^[a-z]{1,8}$/),
        lines: fc.array(
          fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, '')),
          { minLength: 1, maxLength: 3 },
        ),
        lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
        comment: fc.boolean(),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(events, fc.array(fc.nat(), { maxLength: 20 }), (written, cuts) => {
        const text = written
          .map(({ event, lines, lineEnd, comment }) =>
            [...(comment ? [': 在'] : []), `event:${event}`, ...lines.map((line) => `data: ${line}`), '', ''].join(
              lineEnd,
            ),
          )
          .join('');
        expect(read(text, cuts)).toEqual(written.map(({ event, lines }) => ({ event, data: lines.join('\n') })));
      }),
    );
  });

  it('is read as nodes write it, whatever the answer holds', () => {
    const answer = fc.json().chain((json) => fc.constantFrom(json, JSON.stringify(JSON.parse(json), null, 2)));
    fc.assert(
      fc.property(fc.array(answer), fc.array(fc.nat(), { maxLength: 20 }), (answers, cuts) => {
        const text = answers.map((each) => nextEvent(each) + keepAliveFrame).join('') + completeEvent;
        expect(read(text, cuts)).toEqual([
          ...answers.map((data) => ({ event: 'next', data })),
          { event: 'complete', data: '' },
        ]);
      }),
    );
  });

  it('may not hold an event that is too long, in one line or in many', () => {
    const reader = () => new EventReader(100);
    expect(() => reader().read(Buffer.from(`data: ${'x'.repeat(200)}`))).toThrow(RangeError);
    expect(() => reader().read(Buffer.from('data: x\n'.repeat(50)))).toThrow(RangeError);
    expect(reader().read(Buffer.from('data: x\n\n'.repeat(50)))).toHaveLength(50);
  });
});
