import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  automaticTransition,
  openTransitions,
  stateTable,
  transitionFor,
  type Situation,
  type Transition,
} from './state-table.js';
import { Actor, ApplicationEvent as Event, ApplicationState as State, DeliveryMethod } from './vocabulary.js';

const situation = (state: State, past: Event[] = [], certificateDue = true): Situation => ({
  state,
  past,
  certificateDue,
});
const to = (event: Event, ...args: Parameters<typeof situation>) => transitionFor(event, situation(...args)).to;
const final = [State.RETURNED, State.COMPLETED, State.WITHDRAWN, State.TERMINATED];

describe('the state table of applications', () => {
  it.each([
    [State.DRAFT, Event.SUBMIT, State.SUBMITTED],
    [State.SUBMITTED, Event.REQUEST_CORRECTION, State.CORRECTION_REQUESTED],
    [State.CORRECTION_REQUESTED, Event.CORRECT, State.SUBMITTED],
    [State.SUBMITTED, Event.ACCEPT, State.ACCEPTED],
    [State.SUBMITTED, Event.ACCEPT_BY_LAPSE, State.ACCEPTED],
    [State.SUBMITTED, Event.REFUSE_ACCEPTANCE, State.NOT_ACCEPTED],
    [State.SUBMITTED, Event.RETURN, State.RETURNED],
    [State.ACCEPTED, Event.START_REVIEW, State.UNDER_REVIEW],
    [State.UNDER_REVIEW, Event.START_SPECIAL_PROCEDURE, State.SPECIAL_PROCEDURE],
    [State.SPECIAL_PROCEDURE, Event.END_SPECIAL_PROCEDURE, State.UNDER_REVIEW],
    [State.UNDER_REVIEW, Event.EXTEND, State.UNDER_REVIEW],
    [State.UNDER_REVIEW, Event.GRANT, State.GRANTED],
    [State.UNDER_REVIEW, Event.REFUSE, State.REFUSED],
    [State.GRANTED, Event.CERTIFY, State.CERTIFIED],
    [State.CERTIFIED, Event.DELIVER, State.DELIVERED],
    [State.REFUSED, Event.DELIVER, State.DELIVERED],
    [State.NOT_ACCEPTED, Event.DELIVER, State.DELIVERED],
    [State.DELIVERED, Event.COMPLETE, State.COMPLETED],
  ])('leads from %s by %s to %s', (from, event, target) => {
    expect(to(event, from)).toBe(target);
  });

  it.each([State.SUBMITTED, State.CORRECTION_REQUESTED, State.ACCEPTED, State.UNDER_REVIEW, State.SPECIAL_PROCEDURE])(
    'lets the applicant withdraw and the supervisor terminate in %s',
    (state) => {
      expect(to(Event.WITHDRAW, state)).toBe(State.WITHDRAWN);
      expect(to(Event.TERMINATE, state)).toBe(State.TERMINATED);
    },
  );

  it('delivers a grant directly only where no certificate is due', () => {
    expect(to(Event.DELIVER, State.GRANTED, [], false)).toBe(State.DELIVERED);
    expect(() => to(Event.DELIVER, State.GRANTED)).toThrow(
      expect.objectContaining({ code: 'APPLICATION_STATE_CONFLICT' }),
    );
    expect(() => to(Event.CERTIFY, State.GRANTED, [], false)).toThrow(
      expect.objectContaining({ code: 'APPLICATION_STATE_CONFLICT' }),
    );
  });

  it('asks for corrections once and extends once', () => {
    const corrected = [Event.SUBMIT, Event.REQUEST_CORRECTION, Event.CORRECT];
    expect(() => to(Event.REQUEST_CORRECTION, State.SUBMITTED, corrected)).toThrow(
      expect.objectContaining({ code: 'CORRECTION_ALREADY_REQUESTED' }),
    );
    expect(() => to(Event.EXTEND, State.UNDER_REVIEW, [Event.EXTEND])).toThrow(
      expect.objectContaining({ code: 'EXTENSION_ALREADY_GRANTED' }),
    );
  });

  it.each([
    [State.CERTIFIED, DeliveryMethod.ELECTRONIC, Event.DELIVER],
    [State.REFUSED, DeliveryMethod.ELECTRONIC, Event.DELIVER],
    [State.CERTIFIED, DeliveryMethod.POST, undefined],
    [State.GRANTED, DeliveryMethod.ELECTRONIC, undefined],
    [State.DELIVERED, DeliveryMethod.WINDOW, Event.COMPLETE],
    [State.SUBMITTED, DeliveryMethod.ELECTRONIC, undefined],
  ])('in %s, delivered by %s, the node itself does %s', (state, delivery, event) => {
    expect(automaticTransition(situation(state), delivery)?.event).toBe(event);
  });

  it('says state and event when a row is missing', () => {
    expect(() => to(Event.ACCEPT, State.COMPLETED)).toThrow(
      expect.objectContaining({ params: { state: 'COMPLETED', event: 'ACCEPT' } }),
    );
  });

  it.each(final)('ends in %s', (state) => {
    expect(openTransitions(situation(state))).toEqual([]);
  });

  it('gives every state a way in and every event somebody who may', () => {
    const entered = new Set(stateTable.map((row) => row.to));
    expect(Object.values(State).filter((state) => !entered.has(state))).toEqual([State.DRAFT]);
    expect(new Set(stateTable.map((row) => row.event))).toEqual(new Set(Object.values(Event)));
    expect(stateTable.every(({ who }) => who.length > 0)).toBe(true);
    expect(new Set(stateTable.flatMap(({ who }) => who))).toEqual(new Set(Object.values(Actor)));
  });

  it('is never left, whatever is tried in whatever order', () => {
    const attempts = fc.array(fc.constantFrom(...Object.values(Event)), { maxLength: 60 });
    fc.assert(fc.property(attempts, fc.boolean(), (events, certificateDue) => expectNoWayOut(events, certificateDue)));
  });

  it('leads from every state to an end', () => {
    const walk = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(walk, fc.boolean(), (choices, certificateDue) => {
        expect(final).toContain(walkForwards(choices, certificateDue));
      }),
    );
  });
});

function expectNoWayOut(events: Event[], certificateDue: boolean): void {
  let state: State = State.DRAFT;
  const past: Event[] = [];
  for (const event of events) {
    const open: Transition | undefined = openTransitions({ state, past, certificateDue }).find(
      (row) => row.event === event,
    );
    if (open) {
      expect(open.from).toContain(state);
      expect(transitionFor(event, { state, past, certificateDue })).toBe(open);
      [state] = [open.to];
      past.push(event);
    } else {
      expect(() => transitionFor(event, { state, past, certificateDue })).toThrow();
    }
  }
  for (const once of [
    Event.SUBMIT,
    Event.REQUEST_CORRECTION,
    Event.ACCEPT,
    Event.EXTEND,
    Event.GRANT,
    Event.COMPLETE,
  ]) {
    expect(past.filter((event) => event === once).length).toBeLessThanOrEqual(1);
  }
}

/** Takes any open row each time, but no special procedure twice: that loop is the reviewer's to end. */
function walkForwards(choices: number[], certificateDue: boolean): State {
  let state: State = State.DRAFT;
  const past: Event[] = [];
  for (const choice of choices) {
    const open: Transition[] = openTransitions({ state, past, certificateDue }).filter(
      ({ event }) => event !== Event.START_SPECIAL_PROCEDURE || !past.includes(event),
    );
    const row: Transition | undefined = open[choice % Math.max(open.length, 1)];
    if (!row) break;
    state = row.to;
    past.push(row.event);
  }
  return state;
}
