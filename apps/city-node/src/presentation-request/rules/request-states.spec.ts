import { describe, expect, it } from '@jest/globals';
import { type RequestEvent, type RequestState, requestStates, stateAfter, stateAt } from './request-states.js';

describe('the states of a presentation request', () => {
  const reached: Readonly<Record<RequestEvent, Partial<Record<RequestState, RequestState>>>> = {
    fetch: { REQUESTED: 'FETCHED', FETCHED: 'FETCHED' },
    receive: { REQUESTED: 'RECEIVED', FETCHED: 'RECEIVED' },
    decline: { REQUESTED: 'REFUSED', FETCHED: 'REFUSED' },
    verify: { RECEIVED: 'VERIFIED' },
    refuse: { RECEIVED: 'REFUSED' },
    leaveOpen: { RECEIVED: 'UNDETERMINED' },
    lapse: { REQUESTED: 'EXPIRED', FETCHED: 'EXPIRED' },
  };

  it.each(Object.entries(reached))('%s leads where the table says, and nowhere else', (event, rows) => {
    for (const state of requestStates) expect(stateAfter(state, event as RequestEvent)).toBe(rows[state]);
  });

  it('lapse by themselves at the end, unless they were answered', () => {
    const expiresAt = new Date('2026-03-02T02:05:00Z');
    const before = new Date('2026-03-02T02:04:59.999Z');
    expect(stateAt({ state: 'FETCHED', expiresAt }, before)).toBe('FETCHED');
    expect(stateAt({ state: 'FETCHED', expiresAt }, expiresAt)).toBe('EXPIRED');
    expect(stateAt({ state: 'VERIFIED', expiresAt }, expiresAt)).toBe('VERIFIED');
  });
});
