import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import type { MaterialRecord } from '../record/material-record.entity.js';
import { applicationWorld, type ApplicationWorld } from '../testing/application-world.js';
import { NameHolder } from './name-holder.js';

const number = '43019919900115027X';
const other = '430199198402290121';
const code = '91430199MXT000011W';

describe('the holder that a result names', () => {
  let world: ApplicationWorld;
  beforeEach(async () => {
    world = await applicationWorld('sqlite');
  });
  afterEach(() => world.drop());

  const named = (
    presented: readonly object[],
    more: Partial<ApplicationRecord> = {},
    stated: Record<string, string> = {},
  ) => {
    const person = {
      applicant: world.node.holderOf('111', number),
      applicantKind: 'natural-person',
      sealedNumber: null,
    };
    const facts = { item: 'pension', applicantName: '申请人', resultType: 'pension-contribution-voucher' };
    const application = { ...person, ...facts, ...more } as ApplicationRecord;
    const materials = presented.map((claims) => ({ presentation: { claims } }) as MaterialRecord);
    return world.get(NameHolder).execute({ application, materials }, stated);
  };
  const sealed = () => world.node.sealNumber(world.node.holderOf('111', number), number);

  it('is the one of a certificate that was presented, by the name that stands there', () => {
    const card = { holder_name: '张三', holder_id_number: number };
    expect(named([{ location: 'x' }, card])).toEqual({ idType: '111', name: '张三', number });
    const vehicle = { owner_name: '张三', owner_id_number: number };
    expect(named([vehicle], { sealedNumber: sealed() })).toEqual({ idType: '111', name: '张三', number });
  });

  it('is never somebody else whose certificate is among the papers', () => {
    const spouse = { holder_name: '李四', holder_id_number: other };
    expect(named([spouse])).toEqual({ idType: '111', name: '申请人' });
  });

  it('is a company by its credit code', () => {
    const kind = { applicantKind: 'legal-person', resultType: 'business-licence' } as const;
    const company = { applicant: world.node.holderOf('001', code), ...kind };
    const licence = { holder_name: '甲公司', unified_social_credit_code: code };
    expect(named([licence], company)).toEqual({ idType: '001', name: '甲公司', number: code });
  });

  it('is the one that the window has read, where papers were shown instead', () => {
    expect(named([], { sealedNumber: sealed() })).toEqual({ idType: '111', name: '申请人', number });
    const elses = world.node.sealNumber(world.node.holderOf('111', number), other);
    expect(named([], { sealedNumber: elses })).toEqual({ idType: '111', name: '申请人' });
  });

  it('is otherwise as the officer states it, if that is the applicant’s number', () => {
    const stated = { holder_name: '张三', holder_id_number: number };
    expect(named([], {}, stated)).toEqual({ idType: '111', name: '张三', number });
    expect(() => named([], {}, { holder_id_number: other })).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', field: 'input.claims.holder_id_number' }),
    );
  });

  it('is left to the officer where the certificate is about another: what is founded, an employee', () => {
    const company = { applicant: world.node.holderOf('001', code), applicantKind: 'legal-person' as const };
    expect(named([], company, { holder_id_number: other })).toBeUndefined();
    const card = { holder_name: '张三', holder_id_number: number };
    expect(named([card], { item: 'child-benefit' }, { holder_id_number: other })).toBeUndefined();
  });

  it.each([
    ['holder_id_number', '430199198402290122'],
    ['unified_social_credit_code', '91430199MXT000011X'],
  ])('is refused when the officer’s %s for another is none', (claim, wrong) => {
    expect(() => named([], { item: 'child-benefit' }, { [claim]: wrong })).toThrow(
      expect.objectContaining({ code: 'CHECK_CHARACTER_WRONG', field: `input.claims.${claim}` }),
    );
  });
});
