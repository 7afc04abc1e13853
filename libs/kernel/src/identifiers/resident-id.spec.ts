import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { checkMod11_2 } from '../checks/iso7064-mod11-2.js';
import { KuashiError } from '../errors/kuashi-error.js';
import { maskEmsWaybill, maskName, maskRealEstateUnit, maskResidentId } from './mask.js';
import { isResidentId, parseResidentId } from './resident-id.js';
import { normaliseResidentId, upgradeResidentId } from './upgrade-resident-id.js';

const sandbox = { now: new Date('2026-06-01T00:00:00Z'), allowSynthetic: true, field: 'input.residentId' };
const number = '43019919900115027X';

function faultOf(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    if (error instanceof KuashiError) return { code: error.code, field: error.field, ...error.params };
    throw error;
  }
  return 'accepted';
}

describe('resident numbers', () => {
  it('never show themselves in text, JSON or inspection', () => {
    const id = parseResidentId(number, sandbox);
    for (const shown of [String(id), JSON.stringify({ id }), inspect({ id }), inspect(id, { showHidden: true })]) {
      expect(shown).not.toContain(number);
      expect(shown).not.toContain('900115027');
    }
    expect(String(id)).toBe('4301************7X');
    expect(id.value).toBe(number);
  });

  it('are never part of the error that refuses them', () => {
    for (const text of ['430199199001150270', `${number}0`, number.toLowerCase(), '430199990115027']) {
      expect(inspect(faultOf(() => parseResidentId(text, sandbox)))).not.toContain(text);
    }
  });

  it('are refused with the field and the reason', () => {
    const fault = { code: 'IDENTIFIER_MALFORMED', field: 'input.residentId', identifier: 'resident-id' };
    expect(faultOf(() => parseResidentId('4301', sandbox))).toEqual({ ...fault, reason: 'wrong-length' });
    expect(faultOf(() => parseResidentId(number.toLowerCase(), sandbox))).toEqual({ ...fault, reason: 'lower-case' });
    expect(faultOf(() => parseResidentId('43019919900115O27X', sandbox))).toMatchObject({ reason: 'wrong-characters' });
    expect(faultOf(() => parseResidentId('030199199001150275', sandbox))).toMatchObject({
      reason: 'unknown-region',
    });
  });

  it('of 15 digits are refused with an error of their own', () => {
    expect(faultOf(() => parseResidentId('430102900115001', sandbox))).toMatchObject({
      code: 'RESIDENT_ID_NOT_ACCEPTED',
    });
  });

  it('are born by the legal day in China, not by the day in UTC', () => {
    const bornOnFirstOfJune = `43019920260601001${checkMod11_2('43019920260601001')}`;
    const justBeforeMidnight = new Date('2026-05-31T15:59:59Z');
    const justAfterMidnight = new Date('2026-05-31T16:00:00Z');
    expect(faultOf(() => parseResidentId(bornOnFirstOfJune, { ...sandbox, now: justBeforeMidnight }))).toMatchObject({
      reason: 'future-date',
    });
    expect(isResidentId(bornOnFirstOfJune, { ...sandbox, now: justAfterMidnight })).toBe(true);
  });

  it('accept the address codes of residence permits and permanent residence cards', () => {
    for (const body of ['81000019900115001', '83000019900115001', '91115619900115001']) {
      expect('0123456789X'.split('').filter((check) => isResidentId(body + check, sandbox))).toHaveLength(1);
    }
  });

  it('are made canonical before they are parsed', () => {
    expect(normaliseResidentId(' 43019919900115027x ')).toBe(number);
    expect(normaliseResidentId('４３０１９９１９９００１１５０２７Ｘ')).toBe(number);
  });

  it('are not upgraded when the century cannot be known', () => {
    expect(faultOf(() => upgradeResidentId('430199880606996'))).toMatchObject({ code: 'RESIDENT_ID_NOT_ACCEPTED' });
    expect(faultOf(() => upgradeResidentId('43019988060600'))).toMatchObject({ code: 'IDENTIFIER_MALFORMED' });
  });
});

describe('masks', () => {
  it('keep the length and hide what names a person or a home', () => {
    expect(maskResidentId(number)).toBe('4301************7X');
    expect(maskName('欧阳小明')).toBe('欧***');
    expect(maskName('𠮷田')).toBe('𠮷*');
    expect(maskRealEstateUnit('430199001001GB00001F00010001')).toBe('430199**********************');
    expect(maskEmsWaybill('RM473124829GB')).toBe('RM******829GB');
  });

  it('hide short texts altogether', () => {
    expect([maskResidentId(''), maskResidentId('4301'), maskName('')]).toEqual(['', '****', '']);
  });
});
