import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { continueTrace, traceIdOf } from './trace-context.js';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const parent = 'b7ad6b7169203331';
const given = `00-${traceId}-${parent}-01`;

describe('a trace', () => {
  it('goes on with its id and state, and with a new parent each time', () => {
    const [first, second] = [
      continueTrace({ traceparent: given, tracestate: 'a=1' }),
      continueTrace({ traceparent: given }),
    ];
    expect(first.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
    expect(first.tracestate).toBe('a=1');
    expect(new Set([given, first.traceparent, second.traceparent]).size).toBe(3);
    expect(traceIdOf(first.traceparent)).toBe(traceId);
  });

  it('keeps of the flags only whether it is sampled, and of a later version what this one knows', () => {
    expect(continueTrace({ traceparent: `00-${traceId}-${parent}-fe` }).traceparent).toMatch(/-00$/);
    expect(continueTrace({ traceparent: `cc-${traceId}-${parent}-03-more` }).traceparent).toMatch(/^00-.*-01$/);
  });

  it.each([
    ['no header', undefined],
    ['the forbidden version', `ff-${traceId}-${parent}-01`],
    ['no trace', `00-${'0'.repeat(32)}-${parent}-01`],
    ['no parent', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['capitals', `00-${traceId.toUpperCase()}-${parent}-01`],
    ['more than version 00 has', `${given}-more`],
    ['half of it', given.slice(0, 40)],
  ])('is none with %s, and its state is dropped', (_what, traceparent) => {
    expect(continueTrace({ traceparent, tracestate: 'a=1' })).toEqual({});
  });

  it('is well formed or none, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), (traceparent) => {
        expect(continueTrace({ traceparent }).traceparent ?? given).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/);
      }),
    );
  });
});
