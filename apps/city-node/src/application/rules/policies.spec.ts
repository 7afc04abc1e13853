import { describe, expect, it } from '@jest/globals';
import type { DivisionCode, Holder } from '#libs/kernel';
import type { Caller, CallerRole } from '#libs/platform';
import { View, actorOf, assertMay, viewOf, type Parties } from './policies.js';
import { Actor, ApplicationEvent as Event } from './vocabulary.js';

const xiangtan = '430300' as DivisionCode;
const changsha = '430100' as DivisionCode;
const holder = (name: string) => name as Holder;
const parties: Parties = {
  applicant: holder('her'),
  agent: holder('agent'),
  city: xiangtan,
  authority: 'BUREAU',
  intakeWindow: 'win_430100_1',
};
const caller = (more: Partial<Caller>): Caller => ({ signedIn: true, subject: 's', clientId: 'c', roles: [], ...more });
const officer = (role: CallerRole, more: Partial<Caller> = {}) =>
  caller({ roles: [role], city: xiangtan, authority: 'BUREAU', ...more });

describe('who may do what with a case', () => {
  it.each([
    [Event.SUBMIT, caller({ holder: holder('her') }), Actor.APPLICANT],
    [Event.WITHDRAW, caller({ holder: holder('agent') }), Actor.AGENT],
    [Event.CORRECT, caller({ roles: ['window-clerk'], window: 'win_430100_1', city: changsha }), Actor.INTAKE_WINDOW],
    [Event.ACCEPT, officer('acceptance-clerk'), Actor.ACCEPTANCE_CLERK],
    [Event.ACCEPT, officer('acceptance-clerk', { authority: undefined }), Actor.ACCEPTANCE_CLERK],
    [Event.START_REVIEW, officer('reviewer'), Actor.REVIEWER],
    [Event.GRANT, officer('decider'), Actor.DECIDER],
    [Event.CERTIFY, officer('issuing-officer', { authority: 'ISSUER' }), Actor.ISSUING_OFFICER],
    [Event.TERMINATE, officer('supervisor'), Actor.SUPERVISOR],
    [Event.DELIVER, officer('acceptance-clerk'), Actor.DELIVERY_CLERK],
    [Event.DELIVER, caller({ roles: ['window-clerk'], window: 'win_430100_1', city: changsha }), Actor.DELIVERY_CLERK],
  ])('%s: %j acts as %s', (event, who, actor) => {
    expect(assertMay(event, who, parties)).toBe(actor);
  });

  it.each([
    ['an officer of another city', Event.ACCEPT, officer('acceptance-clerk', { city: changsha })],
    ['an officer of another authority', Event.ACCEPT, officer('acceptance-clerk', { authority: 'OTHER' })],
    ['an officer in another role', Event.GRANT, officer('reviewer')],
    ['the applicant, as to decisions', Event.GRANT, caller({ holder: holder('her') })],
    ['a stranger', Event.WITHDRAW, caller({ holder: holder('him') })],
    ['somebody without a holder', Event.WITHDRAW, caller({})],
    ['another window', Event.CORRECT, caller({ roles: ['window-clerk'], window: 'win_430100_2' })],
    ['another window, as to delivery', Event.DELIVER, officer('window-clerk', { window: 'win_430300_2' })],
    ['anybody, as to what the clock does', Event.ACCEPT_BY_LAPSE, officer('acceptance-clerk')],
    ['anybody, as to what the node does', Event.COMPLETE, officer('supervisor')],
  ])('refuses %s', (_, event, who) => {
    expect(actorOf(event, who, parties)).toBeUndefined();
    expect(() => assertMay(event, who, parties)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  });

  it('takes nobody for the agent or the window of a case that has none', () => {
    const direct = { ...parties, agent: null, intakeWindow: null };
    expect(actorOf(Event.CORRECT, caller({ roles: ['window-clerk'] }), direct)).toBeUndefined();
  });

  it('lets any window of the city deliver what was filed online, and no other city’s', () => {
    const direct = { ...parties, intakeWindow: null };
    expect(actorOf(Event.DELIVER, officer('window-clerk'), direct)).toBe(Actor.DELIVERY_CLERK);
    expect(actorOf(Event.DELIVER, officer('window-clerk', { city: changsha }), direct)).toBeUndefined();
  });
});

describe('who may read a case', () => {
  it.each([
    ['the applicant', caller({ holder: holder('her') }), View.PARTY],
    ['the window that took the papers', caller({ roles: ['window-clerk'], window: 'win_430100_1' }), View.PARTY],
    ['an officer of the authority', officer('reviewer'), View.OFFICER],
    ['an auditor of the city', officer('auditor', { authority: undefined }), View.OFFICER],
    ['an issuing officer of the authority', officer('issuing-officer'), View.OFFICER],
    ['an issuing officer of another authority', officer('issuing-officer', { authority: 'OTHER' }), View.NONE],
    ['a window that only delivers', officer('window-clerk'), View.NONE],
    ['an officer of another city', officer('reviewer', { city: changsha }), View.NONE],
    ['a stranger', caller({ holder: holder('him') }), View.NONE],
  ])('%s', (_, who, view) => {
    expect(viewOf(who, parties)).toBe(view);
  });
});
