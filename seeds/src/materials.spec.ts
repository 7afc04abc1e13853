import { describe, expect, it } from '@jest/globals';
import { loadProvince, materialKinds, materialSubjects, type MaterialRequirement, type ServiceItem } from './index.js';
import { seedsDirectory } from './testing/seeds-copy.js';

const { items, certificateTypes } = loadProvince(seedsDirectory);
const types = new Map(certificateTypes.map((type) => [type.key, type]));
const materials = items.flatMap((item) => item.materials);
const itemOf = (key: string) => items.find((item) => item.key === key) as ServiceItem;

type HolderKind = 'natural-person' | 'legal-person';

const materialsFor = (item: ServiceItem, kind: HolderKind) =>
  item.materials.filter(({ applicantKind }) => applicantKind === 'both' || applicantKind === kind);

const audienceOf = ({ audience }: ServiceItem): readonly HolderKind[] =>
  audience === 'both' ? ['natural-person', 'legal-person'] : [audience === 'individual' ? 'natural-person' : audience];

/** Whether this kind of applicant can hold one of the certificates, or do without. */
const canMeet = ({ kind, anyOf, whose, necessity, commitmentAllowed }: MaterialRequirement, applicant: HolderKind) =>
  kind !== 'CERTIFICATE' ||
  whose !== 'APPLICANT' ||
  necessity === 'DEFERRABLE' ||
  commitmentAllowed ||
  anyOf.some((type) => types.get(type)?.holderKind === applicant);

describe('the materials', () => {
  it('are asked for by every item', () => {
    expect(items.filter((item) => item.materials.length === 0)).toEqual([]);
  });

  it('are of every kind and about everybody, and not all paperless', () => {
    expect(new Set(materials.map(({ kind }) => kind))).toEqual(new Set(materialKinds));
    expect(new Set(materials.map(({ whose }) => whose))).toEqual(new Set(materialSubjects));
    const withOriginals = items.filter((item) => item.materials.some(({ kind }) => kind === 'ORIGINAL'));
    expect(withOriginals.length).toBeGreaterThan(20);
  });

  it('can be met by companies wherever companies may file', () => {
    for (const item of items.filter(({ audience }) => audience !== 'individual')) {
      const own = materialsFor(item, 'legal-person');
      expect(own.length).toBeGreaterThan(0);
      expect([item.key, ...own.filter((each) => !canMeet(each, 'legal-person')).map(({ key }) => key)]).toEqual([
        item.key,
      ]);
    }
  });

  it('can be met by people wherever people may file', () => {
    for (const item of items.filter(({ audience }) => audience !== 'legal-person')) {
      const own = materialsFor(item, 'natural-person');
      expect([item.key, ...own.filter((each) => !canMeet(each, 'natural-person')).map(({ key }) => key)]).toEqual([
        item.key,
      ]);
    }
  });

  it('prove who applies wherever the result is about the applicant', () => {
    const numbers = { 'natural-person': 'holder_id_number', 'legal-person': 'unified_social_credit_code' } as const;
    // The licence that is to be issued anew is the one that is lost: the officer states its code.
    const lost = new Set(['business-licence-reissue']);
    for (const item of items.filter(({ key, resultNames }) => resultNames === 'applicant' && !lost.has(key))) {
      for (const kind of ['natural-person', 'legal-person'] as const) {
        if (!audienceOf(item).includes(kind)) continue;
        const shown = materialsFor(item, kind).flatMap(({ claims }) => claims);
        expect([item.key, shown.some((claim) => [numbers[kind], 'owner_id_number'].includes(claim))]).toEqual([
          item.key,
          true,
        ]);
      }
    }
  });

  it('take an identity card or a licence where both kinds of applicant may file', () => {
    const [identity] = itemOf('startup-loan-guarantee-apply').materials;
    expect(identity).toMatchObject({ key: 'identity', applicantKind: 'both', necessity: 'REQUIRED' });
    expect(identity?.anyOf).toEqual(expect.arrayContaining(['resident-identity-card', 'business-licence']));
  });

  it('ask the resident for an identity card and the household register to move a pension', () => {
    const asked = itemOf('pension-transfer-resident').materials.map(({ key, kind, necessity }) => [
      key,
      kind,
      necessity,
    ]);
    expect(asked).toEqual([
      ['identity', 'CERTIFICATE', 'REQUIRED'],
      ['household-register', 'CERTIFICATE', 'REQUIRED'],
      ['application-form', 'FORM', 'REQUIRED'],
    ]);
  });

  it('never ask for a likeness where a field would do', () => {
    expect(materials.filter(({ claims }) => claims.includes('portrait'))).toEqual([]);
  });
});
