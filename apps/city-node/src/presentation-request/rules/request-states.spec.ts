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

  const expiresAt = new Date('2026-03-02T02:05:00Z');

  it('lapse by themselves at the end, unless they were answered', () => {
    const before = new Date('2026-03-02T02:04:59.999Z');
    const unanswered = { state: 'FETCHED', expiresAt, receivedAt: null } as const;
    expect(stateAt(unanswered, before)).toBe('FETCHED');
    expect(stateAt(unanswered, expiresAt)).toBe('EXPIRED');
    expect(stateAt({ state: 'VERIFIED', expiresAt, receivedAt: before }, expiresAt)).toBe('VERIFIED');
  });

  it('determine nothing when a verification broke off', () => {
    const receivedAt = new Date('2026-03-02T02:04:59Z');
    const answered = { state: 'RECEIVED', expiresAt, receivedAt } as const;
    expect(stateAt(answered, new Date('2026-03-02T02:06:59Z'))).toBe('RECEIVED');
    expect(stateAt(answered, new Date('2026-03-02T02:07:00Z'))).toBe('UNDETERMINED');
    expect(stateAt({ ...answered, state: 'REFUSED' }, new Date('2026-03-03T00:00:00Z'))).toBe('REFUSED');
  });
});
