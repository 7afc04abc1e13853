import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { certificateTypeKeyOf, certificateTypeUri } from './certificate-type-uri.js';
import { typeMetadata, typeSchema, type TypeDescription } from './type-metadata.js';

const registry = 'http://127.0.0.1:4010';
const label = { zhHans: '户号', zhHant: '戶號', en: 'Household number' };
const type: TypeDescription = {
  vct: certificateTypeUri(registry, 'household-register'),
  name: { zhHans: '居民户口簿', zhHant: '居民戶口簿', en: 'Household register' },
  claims: [
    { name: 'household_number', label, mandatory: true },
    { name: 'former_name', label: { zhHans: '曾用名', zhHant: '曾用名', en: 'Former name' }, mandatory: false },
  ],
};

describe('type metadata', () => {
  it('names the type and its claims in three languages', () => {
    expect(JSON.parse(typeMetadata(type).text)).toMatchObject({
      vct: 'http://127.0.0.1:4010/certificate-types/household-register',
      display: [
        { locale: 'zh-Hans', name: '居民户口簿' },
        { locale: 'zh-Hant', name: '居民戶口簿' },
        { locale: 'en', name: 'Household register' },
      ],
      claims: [
        { path: ['household_number'], mandatory: true, sd: 'always', display: [{ label: '户号' }, {}, {}] },
        { path: ['former_name'], mandatory: false },
      ],
    });
  });

  it('is bound by a hash of exactly its bytes, and binds its schema in the same way', () => {
    const { text, integrity } = typeMetadata(type);
    expect(integrity).toBe(`sha256-${createHash('sha256').update(text).digest('base64')}`);
    const schema = typeSchema(type);
    expect(JSON.parse(text)).toMatchObject({
      schema_uri: `${type.vct}/schema`,
      'schema_uri#integrity': schema.integrity,
    });
    expect(JSON.parse(schema.text)).toMatchObject({ properties: { vct: { const: type.vct }, household_number: {} } });
  });

  it('has the same bytes for the same description, and others for another', () => {
    expect(typeMetadata({ ...type, claims: [...type.claims] })).toEqual(typeMetadata(type));
    expect(typeMetadata({ ...type, claims: [] }).integrity).not.toBe(typeMetadata(type).integrity);
  });
});

describe('a vct', () => {
  it.each([
    [`${registry}/certificate-types/household-register`, 'household-register'],
    [`${registry}/certificate-types/`, undefined],
    ['http://127.0.0.1:40100/certificate-types/household-register', undefined],
    ['urn:household-register', undefined],
  ])('%s is of the key %s', (vct, key) => {
    expect(certificateTypeKeyOf(registry, vct)).toBe(key);
  });
});
