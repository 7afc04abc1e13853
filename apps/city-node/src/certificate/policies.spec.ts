import { describe, expect, it } from '@jest/globals';
import type { DivisionCode, Holder } from '#libs/kernel';
import { anonymous, type Caller } from '#libs/platform';
import { assertMay, may } from './policies.js';

const zhuzhou = '430200' as DivisionCode;
const certificate = { holder: 'holder-1', authority: '11430299MXG000026W' };
const caller = (facts: Partial<Caller>): Caller => ({ ...anonymous, signedIn: true, subject: 's', ...facts });
const holder = caller({ roles: ['citizen'], holder: 'holder-1' as Holder });
const officer = caller({ roles: ['issuing-officer'], city: zhuzhou });

describe('a certificate', () => {
  it('is read by its holder and by officers of the issuing authority, and by nobody else', () => {
    expect(may('read', holder, certificate, zhuzhou)).toBe(true);
    expect(may('read', officer, certificate, zhuzhou)).toBe(true);
    expect(may('read', { ...officer, authority: certificate.authority }, certificate, zhuzhou)).toBe(true);
    expect(may('read', { ...officer, authority: 'another' }, certificate, zhuzhou)).toBe(false);
    expect(may('read', { ...officer, city: '430100' as DivisionCode }, certificate, zhuzhou)).toBe(false);
    expect(may('read', { ...holder, holder: 'holder-2' as Holder }, certificate, zhuzhou)).toBe(false);
    expect(may('read', anonymous, certificate, zhuzhou)).toBe(false);
  });

  it('shows its signed form to its holder alone', () => {
    expect(may('read-credential', holder, certificate, zhuzhou)).toBe(true);
    expect(may('read-credential', officer, certificate, zhuzhou)).toBe(false);
  });

  it('is revoked by an officer, never by its holder or by another kind of officer', () => {
    expect(may('revoke', officer, certificate, zhuzhou)).toBe(true);
    expect(may('revoke', holder, certificate, zhuzhou)).toBe(false);
    expect(may('revoke', { ...officer, roles: ['decider', 'reviewer'] }, certificate, zhuzhou)).toBe(false);
  });

  it('is reported lost by its holder or an officer; everybody else reads who may', () => {
    expect(may('reportLost', holder, certificate, zhuzhou)).toBe(true);
    const reasonFor = (who: Caller) => () => assertMay('reportLost', who, certificate, zhuzhou);
    expect(reasonFor({ ...holder, holder: 'holder-2' as Holder })).toThrow('only the holder may');
    expect(reasonFor({ ...officer, authority: 'another' })).toThrow('of the authority that issued');
  });
});
