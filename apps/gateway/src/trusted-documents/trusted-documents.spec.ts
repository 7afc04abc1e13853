import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { KuashiError } from '#libs/kernel';
import { openTrustedDocuments } from './open-trusted-documents.js';
import { TrustedDocuments } from './trusted-documents.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const [query, another] = ['{ cities { division } }', '{ __typename }'];
const id = `sha256:${sha256(query)}`;

describe('trusted documents', () => {
  const known = new Map([[sha256(query), query]]);
  const [beside, only] = [new TrustedDocuments(known, false), new TrustedDocuments(known, true)];
  const codeOf = (found: string | KuashiError): string => (found instanceof KuashiError ? found.code : found);

  it.each([
    ['by id', { query: '', documentId: id }, query, query],
    ['by an id in capitals', { query: '', documentId: id.toUpperCase() }, query, query],
    ['by text', { query }, query, query],
    ['by id and text', { query, documentId: id }, query, query],
    ['by id and another text', { query: another, documentId: id }, 'REQUEST_MALFORMED', 'REQUEST_MALFORMED'],
    [
      'by an unknown id',
      { query: '', documentId: 'sha256:00' },
      'PERSISTED_QUERY_NOT_FOUND',
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    ['by an unknown id and text', { query: another, documentId: 'sha256:00' }, another, 'DOCUMENT_NOT_TRUSTED'],
    ['by an unknown text', { query: another }, another, 'DOCUMENT_NOT_TRUSTED'],
    ['by nearly the same text', { query: `${query} ` }, `${query} `, 'DOCUMENT_NOT_TRUSTED'],
  ])('%s', (_, asked, whenBeside, whenOnly) => {
    expect([codeOf(beside.textOf(asked)), codeOf(only.textOf(asked))]).toEqual([whenBeside, whenOnly]);
  });
});

describe('the manifest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'manifest.json');
  const engine = { faultsOf: (text: string) => (text === another ? ['it is not valid'] : []) };
  const open = (content: string, trustedOnly = false): TrustedDocuments => {
    writeFileSync(file, content);
    return openTrustedDocuments({ trustedDocuments: file, trustedOnly }, engine);
  };

  it.each([
    ['codegen’s', { [sha256(query)]: query }],
    ['codegen’s with the algorithm', { [id]: query }],
    [
      'Apollo’s',
      { format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: sha256(query), body: query }] },
    ],
  ])('may be %s', (_, manifest) => {
    expect(open(JSON.stringify(manifest)).textOf({ query: '', documentId: id })).toBe(query);
  });

  it('may be none, unless nothing else is trusted', () => {
    expect(openTrustedDocuments({ trustedOnly: false }, engine).textOf({ query: another })).toBe(another);
    expect(() => openTrustedDocuments({ trustedOnly: true }, engine)).toThrow('KUASHI_TRUSTED_DOCUMENTS_ONLY');
  });

  it('names every fault, each by its hash', () => {
    const content = JSON.stringify({ [sha256(query)]: `${query} `, [sha256(another)]: another });
    let fault: unknown;
    try {
      open(content);
    } catch (error) {
      fault = error;
    }
    expect(fault).toMatchObject({ code: 'SETTING_INVALID', field: 'KUASHI_TRUSTED_DOCUMENTS' });
    expect((fault as Error).message).toContain(`${sha256(query)} is not the SHA-256 of its document`);
    expect((fault as Error).message).toContain(`${sha256(another)}: it is not valid`);
  });

  it.each(['{', '[]', '{"operations":[1]}', '{"a":1}'])('is refused when it is %s', (content) => {
    expect(() => open(content)).toThrow('KUASHI_TRUSTED_DOCUMENTS');
  });
});
