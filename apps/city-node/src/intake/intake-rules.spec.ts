import { describe, expect, it } from '@jest/globals';
import { IntakeEvent as Event, IntakeState as State, nextIntakeState } from './intake-rules.js';

describe('the state table of intakes', () => {
  it.each([
    [State.RECEIVED, Event.HAND_OVER, State.HANDED_OVER],
    [State.HANDED_OVER, Event.CONFIRM, State.CONFIRMED],
    [State.RECEIVED, Event.CONFIRM, State.CONFIRMED],
    [State.HANDED_OVER, Event.RETURN, State.RETURNED],
    [State.RECEIVED, Event.RETURN, State.RETURNED],
  ])('leads from %s by %s to %s', (from, event, to) => {
    expect(nextIntakeState(from, event)).toBe(to);
  });

  it.each([State.CONFIRMED, State.RETURNED])('changes nothing once it is %s', (state) => {
    for (const event of Object.values(Event)) expect(nextIntakeState(state, event)).toBeUndefined();
  });
});
