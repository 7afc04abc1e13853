import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { readPublicSchema } from '../read-public-schema.js';
import { lintDeprecations } from './deprecations.js';
import { lintDescriptions } from './descriptions.js';
import { lintPublicSchema } from './lint-public-schema.js';
import { lintLists } from './lists.js';
import { lintNames } from './names.js';
import { lintNodes } from './nodes.js';
import { lintTexts } from './texts.js';

const contract = (name: string): string => readFileSync(`libs/contract/${name}.graphql`, 'utf8');
const published = readPublicSchema({ registry: contract('registry'), node: contract('node') });

describe('the public schema', () => {
  it('is of one piece', () => {
    expect(lintPublicSchema(published)).toEqual([]);
  });
});

describe('the rules of the public schema', () => {
  const schema = (text: string): GraphQLSchema => buildSchema(`type Query { own: String }\n${text}`);
  const about = (faults: string[], word: string): string[] => faults.filter((fault) => fault.startsWith(word));

  it('ask for a description that ends with the Chinese term, of everything', () => {
    const faults = lintDescriptions(
      schema(`"A desk (办事台)" type Desk { "Open (开放), or not" open("A day" on: Int): Boolean bare: Int }
        "Kinds (种类)" enum Kind { "受理" A }  input DeskInput { a: Int }`),
    );
    expect(about(faults, 'Desk').map((fault) => fault.split(':')[0])).toEqual([
      'Desk.open ends without its Chinese term in parentheses',
      'Desk.bare has no description',
      'Desk.open(on',
      'DeskInput has no description',
      'DeskInput.a has no description',
    ]);
    expect(about(faults, 'Kind')).toEqual(['Kind.A ends without its Chinese term in parentheses: 受理']);
  });

  it('ask of a deprecation why, and what is there instead', () => {
    const deprecated = (reason: string): string[] =>
      lintDeprecations(schema(`type Desk { old: Int @deprecated${reason} fresh: Int } type Other { a: Int }`));
    expect(deprecated('')).toEqual(['Desk.old is deprecated without a reason']);
    expect(deprecated('(reason: " ")')).toEqual(['Desk.old is deprecated without a reason']);
    expect(deprecated('(reason: "It is old.")')).toHaveLength(1);
    expect(deprecated('(reason: "Use `gone`.")')).toHaveLength(1);
    expect(deprecated('(reason: "Use `fresh`.")')).toEqual([]);
    expect(deprecated('(reason: "It moved: use `Other.a`.")')).toEqual([]);
  });

  it('ask for connections with a total where entities are listed, with no exception that is none', () => {
    const node = contract('node')
      .replace(
        '  """A case, for its parties',
        '  everyCase: [Application!] @everyCity(merge: LIST)\n  """A case, for its parties',
      )
      .replaceAll('totalCount: Int!', 'totalCount: Int')
      .replace(/ {2}"""Where papers are taken[^\n]*\n {2}windows: \[Window!\]!\n/u, '');
    const faults = lintLists(readPublicSchema({ registry: contract('registry'), node }));
    expect(faults).toContain('Query.everyCase is a list and no connection');
    expect(faults).toContain('Implementation.windows stands among the lists without pages and is none');
    expect(faults).toContain('ApplicationConnection.totalCount must be Int!');
  });

  it('ask of what has an id to be a Node', () => {
    expect(lintNodes(schema('type Desk { id: ID! }'))).toEqual(['there is no interface Node']);
    const faults = lintNodes(
      schema('interface Node { id: ID! } type Desk { id: ID! } type Shelf implements Node { id: ID! }'),
    );
    expect(about(faults, 'Desk')).toEqual(['Desk has an id and is no Node']);
    expect(about(faults, 'Shelf')).toEqual([]);
    expect(about(faults, 'UseCode')).toHaveLength(1);
  });

  it('ask of names and reasons to be said in the language asked for', () => {
    const faults = lintTexts(
      schema(
        'enum Language { EN } type Desk { name: String! title(language: Language): String why(language: String): String }',
      ),
    );
    expect(about(faults, 'Desk')).toEqual([
      'Desk.name is a text and takes no language',
      'Desk.why is a text and takes no language',
    ]);
    expect(about(faults, 'Mandate.agentName')).toHaveLength(1);
  });

  it('ask for one pattern of names', () => {
    const faults = lintNames(
      schema(`scalar DateTime type Desk { Open: Int opened: DateTime shelfId: ID } enum kind { a } input Wish { a: Int }
        type DeskEdge { node: Query } type Mutation { openDesk(wish: Wish): Int }`),
    );
    for (const word of [
      'Desk.Open ',
      'Desk.opened ',
      'Desk.shelfId:',
      'kind ',
      'kind.a ',
      'Wish:',
      'DeskEdge ',
      'Mutation.openDesk ',
    ])
      expect(about(faults, word)).toHaveLength(1);
  });
});
