import { describe, expect, it } from '@jest/globals';
import type { DivisionCode } from '#libs/kernel';
import { readChange, readConfirmation, readHandover } from './read-message.js';

const changsha = '430100' as DivisionCode;
const ulid = '01JCZ8Y4V5N3Q7R2T6W9X1A0BC';
const intake = `intake_430100_${ulid}`;
const said = (payload: object, sender = changsha) => ({ sender, payload: payload as Record<string, unknown> });

const handover = {
  ...{ intake, receiptNo: '4301002026030210000001', window: 'win_430100_hall-1', item: 'pension', division: '430300' },
  applicant: { holder: 'h'.repeat(43), name: '张三', kind: 'natural-person' },
  agent: { holder: 'a'.repeat(43), name: '李四' },
  delivery: 'ELECTRONIC',
  materials: [
    { requirement: 'identity', certificate: `cert_430200_${ulid}` },
    { requirement: 'form', paper: true },
  ],
};

describe('a handover of another city', () => {
  it('is taken as it was said', () => {
    expect(readHandover(said(handover))).toEqual(handover);
  });

  it.each([
    ['no intake', { intake: undefined }, 'payload.intake'],
    ['an intake of another kind', { intake: `app_430100_${ulid}` }, 'payload.intake'],
    ['no applicant', { applicant: null }, 'payload.applicant'],
    ['an applicant without a name', { applicant: { ...handover.applicant, name: { a: 1 } } }, 'payload.applicant'],
    [
      'a number in place of a holder',
      { applicant: { ...handover.applicant, holder: '43019919900115027X' } },
      'payload.applicant',
    ],
    ['an applicant who is neither', { applicant: { ...handover.applicant, kind: 'ghost' } }, 'payload.applicant'],
    ['an agent that is a text', { agent: 'li' }, 'payload.agent'],
    ['a delivery that does not exist', { delivery: 'NOWHERE' }, 'payload.delivery'],
    ['no materials', { materials: undefined }, 'payload.materials'],
    [
      'a certificate that is no ID',
      { materials: [{ requirement: 'identity', certificate: { a: 1 } }] },
      'payload.materials',
    ],
    ['a file that is a text', { materials: [{ requirement: 'identity', document: 'scan' }] }, 'payload.materials'],
    [
      'more materials than anybody has',
      { materials: Array.from({ length: 51 }, () => handover.materials[1]) },
      'payload.materials',
    ],
  ])('with %s is refused for good', (_, more, reason) => {
    const refusal = expect.objectContaining({ code: 'ENVELOPE_INVALID', status: 400, params: { reason } });
    expect(() => readHandover(said({ ...handover, ...more }))).toThrow(refusal);
  });

  it('is refused when intake or window are not the sender’s', () => {
    const forbidden = expect.objectContaining({ code: 'FORBIDDEN' });
    expect(() => readHandover(said(handover, '430200' as DivisionCode))).toThrow(forbidden);
    expect(() => readHandover(said({ ...handover, window: 'win_430200_hall-1' }))).toThrow(forbidden);
  });
});

describe('what the competent city tells', () => {
  const confirmation = { intake, application: `app_430300_${ulid}`, applicationNo: '4303002026030220000001' };
  const change = { intake, state: 'ACCEPTED', outcome: null };
  const xiangtan = '430300' as DivisionCode;
  const invalid = expect.objectContaining({ code: 'ENVELOPE_INVALID' });

  it('is taken as it was said', () => {
    expect(readConfirmation(said(confirmation, xiangtan))).toEqual(confirmation);
    expect(readChange(said(change, xiangtan))).toEqual(change);
  });

  it('is refused when it names a case of another city, or what is none', () => {
    expect(() => readConfirmation(said(confirmation, '430200' as DivisionCode))).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
    for (const more of [{ applicationNo: 1 }, { application: intake }, { intake: {} }]) {
      expect(() => readConfirmation(said({ ...confirmation, ...more }, xiangtan))).toThrow(invalid);
    }
    for (const more of [{ state: 'NEVER_HEARD' }, { outcome: 1 }, { intake: undefined }]) {
      expect(() => readChange(said({ ...change, ...more }, xiangtan))).toThrow(invalid);
    }
  });
});
