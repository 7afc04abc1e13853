import { describe, expect, it } from '@jest/globals';
import type { CertificateType, MaterialRequirement } from '#seeds';
import { type AskingCity, askCredentials } from './ask-credentials.js';
import { dcqlQuery } from './dcql-query.js';
import { matchAnswer } from './match-answer.js';

const type = (key: string, claims: string[], optionalClaims: string[] = []) =>
  ({ key, claims, optionalClaims }) as unknown as CertificateType;

const types = [
  type('identity-card', ['name', 'number', 'portrait', 'valid_until'], ['portrait']),
  type('temporary-card', ['name', 'number', 'valid_until']),
  type('passport', ['name', 'passport_number']),
  type('register', ['name', 'address']),
  type('old-register', ['name', 'address']),
  type('flat', ['owner', 'unit']),
];

const material = (key: string, anyOf: string[], claims: string[], more: Partial<MaterialRequirement> = {}) =>
  ({
    ...{ key, anyOf, claims, kind: 'CERTIFICATE', whose: 'APPLICANT', necessity: 'REQUIRED', commitmentAllowed: false },
    ...more,
  }) as MaterialRequirement;

const city = (unrecognised: string[] = []): AskingCity => ({
  typeOf: (key) => types.find((each) => each.key === key)!,
  vctOf: (key) => `https://registry.example/certificate-types/${key}`,
  recognises: (key) => !unrecognised.includes(key),
});

const vct = (key: string) => `https://registry.example/certificate-types/${key}`;

describe('the query made of an item’s materials', () => {
  it('asks for one of the accepted types with the claims the material requires and no others', () => {
    const asked = askCredentials([material('household', ['register', 'old-register'], ['address', 'spouse'])], city());
    expect(dcqlQuery(asked)).toEqual({
      credentials: [
        {
          id: 'household',
          format: 'dc+sd-jwt',
          meta: { vct_values: [vct('register'), vct('old-register')] },
          claims: [{ id: 'address', path: ['address'] }],
        },
      ],
      credential_sets: [{ options: [['household']], required: true }],
    });
  });

  it('lets a certificate lack what certificates of its kind may lack, the fullest set first', () => {
    const asked = askCredentials(
      [material('identity', ['identity-card'], ['name', 'portrait', 'valid_until'])],
      city(),
    );
    expect(dcqlQuery(asked).credentials[0]).toMatchObject({
      claims: [{ id: 'name' }, { id: 'portrait' }, { id: 'valid_until' }],
      claim_sets: [['name', 'portrait', 'valid_until'], ['name', 'portrait'], ['name', 'valid_until'], ['name']],
    });
  });

  it('offers kinds with other claims as alternatives, each asked for its own', () => {
    const asked = askCredentials([material('identity', ['identity-card', 'passport'], ['name', 'number'])], city());
    const query = dcqlQuery(asked);
    expect(query.credentials.map(({ id, claims }) => [id, claims?.map(({ id: claim }) => claim)])).toEqual([
      ['identity', ['name', 'number']],
      ['identity_2', ['name']],
    ]);
    expect(query.credential_sets).toEqual([{ options: [['identity'], ['identity_2']], required: true }]);
  });

  it('leaves to the applicant what may come later or be committed to instead', () => {
    const asked = askCredentials(
      [
        material('later', ['register'], ['address'], { necessity: 'DEFERRABLE' }),
        material('promised', ['register'], ['address'], { commitmentAllowed: true }),
        material('now', ['register'], ['address']),
      ],
      city(),
    );
    expect(dcqlQuery(asked).credential_sets.map(({ required }) => required)).toEqual([false, false, true]);
  });

  it('does not ask for kinds that would not be recognised, nor for what no wallet can show', () => {
    const asked = askCredentials(
      [
        material('identity', ['identity-card', 'passport'], ['name']),
        material('household', ['register'], ['address']),
        material('form', [], [], { kind: 'FORM' }),
      ],
      city(['identity-card', 'register']),
    );
    expect(dcqlQuery(asked).credentials.map(({ id, meta }) => [id, meta.vct_values])).toEqual([
      ['identity', [vct('passport')]],
    ]);
  });

  it('knows whose certificate it asks for', () => {
    const asked = askCredentials(
      [
        material('own', ['register'], ['address']),
        material('home', ['flat'], ['unit'], { whose: 'ASSET' }),
        material('spouse', ['register'], ['address'], { whose: 'SPOUSE' }),
      ],
      city(),
    );
    expect(asked.map(({ ofApplicant }) => ofApplicant)).toEqual([true, true, false]);
  });
});

describe('an answer', () => {
  const asked = askCredentials(
    [
      material('identity', ['identity-card', 'passport'], ['name', 'number']),
      material('household', ['register'], ['address'], { necessity: 'DEFERRABLE' }),
    ],
    city(),
  );

  it('is taken when every required material is there, in whichever of its forms', () => {
    expect(matchAnswer(asked, { identity_2: ['p'], household: ['h'] })).toMatchObject({
      presentations: [
        { asked: { id: 'identity_2' }, presentation: 'p' },
        { asked: { id: 'household' }, presentation: 'h' },
      ],
    });
    expect(matchAnswer(asked, { identity: ['i'] })).toHaveProperty('presentations.length', 1);
  });

  it.each([
    ['NOT_ASKED_FOR', { identity: ['i'], pension: ['x'] }],
    ['NOT_ASKED_FOR', { identity: ['i'], toString: ['x'] }],
    ['MORE_THAN_ASKED', { identity: ['i', 'j'] }],
    ['MORE_THAN_ASKED', { identity: [] }],
    ['MORE_THAN_ASKED', { identity: ['i'], identity_2: ['p'] }],
    ['MATERIAL_MISSING', { household: ['h'] }],
    ['MATERIAL_MISSING', {}],
  ])('is refused with %s otherwise', (refusal, answer) => {
    expect(matchAnswer(asked, answer)).toMatchObject({ refusal });
  });
});
