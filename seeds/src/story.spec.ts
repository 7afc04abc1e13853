import { describe, expect, it } from '@jest/globals';
import {
  generatePopulation,
  listCities,
  loadCity,
  loadProvince,
  personas,
  recognitionLevel,
  type SeedCertificate,
} from './index.js';
import { seedsDirectory } from './testing/seeds-copy.js';

const province = loadProvince(seedsDirectory);
const cities = listCities(seedsDirectory).map((division) => loadCity(seedsDirectory, division));
const populations = cities.map((city) => generatePopulation(province, city, 1));
const everybody = personas(province, cities, populations);
const persona = (id: string) => everybody.find((each) => each.id === id)!;
const [changsha, zhuzhou, xiangtan] = cities.map(({ division }) => division) as [
  SeedCertificate['division'],
  SeedCertificate['division'],
  SeedCertificate['division'],
];
const held = (id: string, type: string) =>
  populations
    .flatMap(({ certificates }) => certificates)
    .find((each) => each.holderIdNumber === persona(id).holderIdNumber && each.type === type);
const item = province.items.find(({ key }) => key === 'pension-transfer-resident')!;

describe('the story of the citizen of Changsha', () => {
  it('begins with a pension item that is found by 养老保险 and, in traditional script, 養老保險', () => {
    expect(item.name.zhHans).toContain('养老保险');
    expect(item.name.zhHant).toContain('養老保險');
    expect(item).toMatchObject({ presenceRequired: false, resultCertificate: 'pension-contribution-voucher' });
  });

  it('has her household register issued in Zhuzhou and her identity card in Changsha', () => {
    expect(persona('cs-citizen-1')).toMatchObject({ kind: 'citizen', division: changsha, roles: ['citizen'] });
    expect(persona('cs-citizen-1').holderIdNumber).toMatch(/^430199/);
    expect(held('cs-citizen-1', 'household-register')?.division).toBe(zhuzhou);
    expect(held('cs-citizen-1', 'resident-identity-card')?.division).toBe(changsha);
    expect(held('cs-citizen-1', 'household-register')?.validUntil).toBeUndefined();
  });

  it.each(cities)('discloses both for the item in $name.en', ({ division: accepting, implementations }) => {
    expect(implementations.some((each) => each.item === item.key && each.modes.includes('FULLY_ONLINE'))).toBe(true);
    for (const { anyOf } of item.materials.filter(({ kind }) => kind === 'CERTIFICATE')) {
      const certificate = anyOf.flatMap((type) => held('cs-citizen-1', type) ?? [])[0]!;
      const { type, division: issuing } = certificate;
      const use = { type, issuing, accepting, item: item.key, purpose: 'application', on: '2026-11-23' };
      expect(recognitionLevel(province.recognitionRules, use).level >= 'R3').toBe(true);
    }
  });

  it('ends with a voucher that an authority of Xiangtan may issue, and officers for every step', () => {
    const decided = cities[2]?.implementations.find((each) => each.item === item.key);
    const authority = cities[2]?.authorities.find(({ code }) => code === decided?.authority);
    expect(authority?.issues).toContain(item.resultCertificate);
    const roles = ['acceptance', 'reviewer', 'decider', 'officer', 'supervisor', 'window', 'auditor'];
    for (const role of roles) expect(persona(`xt-${role}-1`).division).toBe(xiangtan);
  });
});

describe('the story of the remote intake', () => {
  it('has a clerk of Changsha at a cross-city window and an item of Zhuzhou that may be forwarded', () => {
    const clerk = persona('cs-window-1');
    const window = cities[0]?.windows.find(({ id }) => id === clerk.window);
    expect(clerk.roles).toEqual(['window-clerk']);
    expect(window?.crossCity).toBe(true);
    const offer = cities[1]?.implementations.find((each) => each.item === item.key);
    expect(offer).toMatchObject({ division: zhuzhou, level: 'municipal' });
    expect(offer?.modes).toContain('REMOTE_INTAKE');
  });

  it('has a citizen of Changsha whose own certificates suffice in Zhuzhou', () => {
    for (const type of ['resident-identity-card', 'household-register']) {
      const certificate = held('cs-citizen-2', type);
      expect(certificate?.division).toBe(changsha);
      const use = {
        type,
        issuing: changsha,
        accepting: zhuzhou,
        item: item.key,
        purpose: 'application',
        on: '2026-11-23',
      };
      expect(recognitionLevel(province.recognitionRules, use).level >= 'R3').toBe(true);
    }
  });
});

describe('the personas', () => {
  it('have ids of their own', () => {
    expect(new Set(everybody.map(({ id }) => id)).size).toBe(everybody.length);
  });

  it('include enterprises and the staff of the province', () => {
    expect(persona('zz-enterprise-1')).toMatchObject({
      kind: 'enterprise',
      holderIdType: '001',
      roles: ['legal-person'],
    });
    expect(persona('hn-decider-1').division).toBe('430000');
  });
});
