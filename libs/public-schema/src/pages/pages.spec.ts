import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { errorCatalogue } from '#libs/kernel';
import { ownTypes } from '../members.js';
import { readPublicSchema } from '../read-public-schema.js';
import { whoMay, type AccessTable } from './access.js';
import { apiPage } from './api-page.js';
import { anchorOf } from './markdown.js';
import { operations } from './operations.js';
import { generatedPages } from './pages.js';

const contract = (name: string): string => readFileSync(`libs/contract/${name}.graphql`, 'utf8');
const texts = { registry: contract('registry'), node: contract('node') };
const published = readPublicSchema(texts);
const access: AccessTable = {
  myCertificates: { kind: 'signed-in' },
  receiveApplication: { kind: 'roles', roles: ['window-clerk', 'supervisor'] },
};
const pages = generatedPages(published, access);
const page = (name: string): string => pages.get(name) ?? '';
const headings = (name: string): string[] => [...page(name).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
/** The part of a page below a heading. */
const section = (name: string, heading: string): string =>
  page(name)
    .split(/^#+ /m)
    .find((part) => part.startsWith(`${heading}\n`)) ?? '';

describe('the generated pages', () => {
  it('tell every root field, every type and every error code', () => {
    const connected = ownTypes(published.schema).filter(({ name }) => name.endsWith('Connection'));
    expect(connected.length).toBeGreaterThan(5);
    expect(headings('api.md')).toEqual(
      expect.arrayContaining(operations(published.schema).map(({ field }) => field.name)),
    );
    expect(headings('error-codes.md')).toEqual(expect.arrayContaining(Object.keys(errorCatalogue)));
    const told = new Set(headings('api-types.md'));
    const missing = ownTypes(published.schema).filter(({ name }) => !told.has(name));
    expect(missing.filter(({ name }) => !/(Edge|Input)$|^(Query|Mutation|Subscription)$/.test(name))).toEqual([]);
    for (const { name } of missing.filter((type) => type.name.endsWith('Input')))
      expect(page('api.md')).not.toContain(name);
  });

  it('have no heading twice and link only to headings that are there', () => {
    for (const [name, text] of pages) {
      expect([name, new Set(headings(name).map(anchorOf)).size]).toEqual([name, headings(name).length]);
      const links = [...text.matchAll(/\]\(([\w-]+\.md)?#([^)]+)\)/g)];
      expect(links.length).toBeGreaterThan(20);
      const dead = links.filter(
        ([, to = name, anchor]) =>
          !headings(to)
            .map(anchorOf)
            .includes(anchor ?? ''),
      );
      expect([name, dead.map(([link]) => link)]).toEqual([name, []]);
    }
  });

  it('say of a root field where it goes, who may call it, whether it may be kept, and what it takes', () => {
    expect(section('api.md', 'myCertificates')).toContain(
      'for who is signed in · to every city, or to `cities`; merged as one page',
    );
    expect(section('api.md', 'receiveApplication')).toContain(
      'for window-clerk, supervisor · to the node that `input.window` names',
    );
    expect(section('api.md', 'receiveApplication')).toContain(
      '| `input.applicant` | [PersonInput](api-types.md#personinput)! |',
    );
    expect(section('api.md', 'serviceItem')).toContain('to the province’s registry · may be kept 300 s');
    expect(section('api.md', 'cities')).toContain('for anybody · answered by the gateway itself');
    expect(whoMay(undefined)).toBe('nobody');
  });

  it('say of a type what it holds, of its fields what is fetched from elsewhere, and what is deprecated', () => {
    expect(section('api-types.md', 'Application')).toMatch(
      /\| `item` \| \[ServiceItem\]\(#serviceitem\) \| .* — fetched from its owner \|/,
    );
    expect(section('api-types.md', 'Authority')).toContain('takes `language`: [Language](#language)');
    expect(section('api-types.md', 'DisputeState')).toContain('| `OPEN` | Raised; both cities know (已提出) |');
    expect(section('api.md', 'Deprecated 已弃用')).toContain('| `CertificateUse.mandateId` |');
  });

  it('say of an error its status, its cause and its remedy in three languages, and its parameters', () => {
    const told = section('error-codes.md', 'MANDATE_NOT_COVERING');
    expect(told).toContain('HTTP 403 · parameters: `mandate`, `reason`, `item`, `city`');
    for (const language of ['简体中文', '繁體中文', 'English'])
      expect(told).toMatch(new RegExp(`\\| ${language} \\| .+ \\| .+ \\|`));
  });

  it('cannot be written while a root field has no area', () => {
    const more = readPublicSchema({
      ...texts,
      registry: texts.registry.replace('  serviceItem(', '  stray: Int @registry\n  serviceItem('),
    });
    expect(() => apiPage(more, access)).toThrow('Give each of these an area in areas.ts: stray');
  });
});
