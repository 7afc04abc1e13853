import { describe, expect, it } from '@jest/globals';
import { listCities, loadProvince, recognitionLevel } from './index.js';
import { seedsDirectory } from './testing/seeds-copy.js';

const { certificateTypes, recognitionRules, items } = loadProvince(seedsDirectory);
const cities = listCities(seedsDirectory);
const pairs = cities.flatMap((from) => cities.filter((to) => to !== from).map((to) => [from, to] as const));
const on = '2026-11-23';

/** Types with at least R2 in some use that the rules name. */
function recognised(issuing: (typeof cities)[number], accepting: (typeof cities)[number]): Set<string> {
  const uses = new Set(recognitionRules.map(({ type, item, purpose }) => `${type} ${item} ${purpose}`));
  const atLeastR2 = [...uses].filter((use) => {
    const [type = '', item = '', purpose = ''] = use.split(' ');
    return recognitionLevel(recognitionRules, { type, issuing, accepting, item, purpose, on }).level >= 'R2';
  });
  return new Set(atLeastR2.map((use) => use.split(' ')[0] ?? ''));
}

const recognisedBetween = new Map(pairs.map(([from, to]) => [`${from} ${to}`, recognised(from, to)]));

describe('the recognition rules', () => {
  it.each(pairs)('recognise at least 200 kinds of %s in %s at R2 or higher', (from, to) => {
    expect(recognisedBetween.get(`${from} ${to}`)?.size).toBeGreaterThanOrEqual(200);
  });

  it('leave some kinds at R0 on purpose, and say why', () => {
    const excluded = recognitionRules.filter(({ level }) => level === 'R0');
    expect(new Set(excluded.map(({ type }) => type)).size).toBeGreaterThanOrEqual(5);
    for (const [from, to] of pairs) {
      for (const { type } of excluded) expect(recognisedBetween.get(`${from} ${to}`)?.has(type)).toBe(false);
    }
  });

  it('have kinds that are recognised one way only', () => {
    const oneWay = certificateTypes.filter(({ key }) =>
      pairs.some(
        ([from, to]) =>
          recognisedBetween.get(`${from} ${to}`)?.has(key) && !recognisedBetween.get(`${to} ${from}`)?.has(key),
      ),
    );
    expect(oneWay.length).toBeGreaterThanOrEqual(5);
  });

  it('recognise every kind with a national source everywhere, each by an explicit rule', () => {
    for (const { key } of certificateTypes.filter(({ nationalSource }) => nationalSource)) {
      const own = recognitionRules.filter(
        ({ type, issuing, accepting }) => [type, issuing, accepting].join() === `${key},*,*`,
      );
      expect(own.length).toBeGreaterThanOrEqual(1);
    }
  });

  it('disclose fields (R3) of every municipal kind that an item of the province asks for', () => {
    const above = items.filter(({ authorityLevel }) => authorityLevel === 'provincial');
    for (const item of above) {
      for (const type of item.materials.flatMap(({ anyOf }) => anyOf)) {
        const use = { type, item: item.key, purpose: 'application', on };
        const level = cities.map((issuing) =>
          recognitionLevel(recognitionRules, { ...use, issuing, accepting: '430000' as typeof issuing }),
        );
        for (const each of level) expect(each.level >= 'R3').toBe(true);
      }
    }
  });
});
