import { describe, expect, it } from '@jest/globals';
import { nodeContract, registryContract } from '../fixture/contracts.js';
import { Contract } from './contract.js';
import { lintContracts } from './lint-pair.js';

const faults = (node: string, registry = registryContract) =>
  lintContracts(Contract.read('registry', registry), Contract.read('node', node));

const withQuery = (field: string) => nodeContract.replace('type Query {', `type Query { ${field}\n`);
const withType = (type: string) => `${nodeContract}\n${type}`;

describe('the lint of contracts', () => {
  it('finds nothing wrong with the fixture', () => {
    expect(faults(nodeContract)).toEqual([]);
  });

  it.each([
    ['a root field without a route', withQuery('lost: String'), 'Query.lost has no route'],
    [
      'two routes',
      withQuery('two(id: ID!): String @owner(argument: "id") @everyCity(merge: LIST)'),
      'Query.two has more than one route',
    ],
    [
      'a routed field that is never null',
      withQuery('one(id: ID!): String! @owner(argument: "id")'),
      'Query.one is routed and must be nullable',
    ],
    [
      'an owner argument that is not there',
      withQuery('one(id: ID!): String @owner(argument: "input.id")'),
      'Query.one has no argument input.id',
    ],
    ['a list that is none', withQuery('all: String @everyCity(merge: LIST)'), 'must be a list'],
    ['a connection that is none', withQuery('all: [String] @everyCity(merge: CONNECTION)'), 'must be a connection'],
    [
      'a connection without paging',
      withQuery('all: LoanConnection @everyCity(merge: CONNECTION)'),
      'has no argument first',
    ],
    ['a sum of texts', withQuery('all: String @everyCity(merge: SUM)'), 'neither Int nor an object'],
    [
      'a subscription to every city',
      nodeContract.replace('type Subscription {', 'type Subscription { all: [String] @everyCity(merge: LIST)\n'),
      'Subscription.all is a subscription and must be @owner',
    ],
    ['the registry’s route on a node', withQuery('one: String @registry'), 'cannot be @registry here'],
    [
      'a reference that is never null',
      withType('type T { copy: Copy! @reference }'),
      'T.copy is a reference and must be nullable',
    ],
    [
      'a reference in a list that is never null',
      withType('type T { copies: [Copy!] @reference }'),
      'must be nullable (in a list',
    ],
    [
      'a reference to what has no key',
      withType('type T { desk: Desk @reference }'),
      'references Desk, which no program can look up',
    ],
    [
      'an owner on a nested field',
      withType('type T { id: ID! x(id: ID!): String @owner(argument: "id") }'),
      'cannot be @owner: only root fields can',
    ],
    [
      'every city on a type that nobody can look up',
      withType('type T { x: [String] @everyCity(merge: LIST) }'),
      'T has no @lookup',
    ],
    [
      'a lookup that is no query',
      withType('type T @lookup(field: "gone", argument: "ids", key: "id") { id: ID! }'),
      'has the lookup gone, which is no query',
    ],
    [
      'an interface that disagrees',
      withType('interface I { copy: Copy } type T implements I { copy: Copy @reference }'),
      'I disagree on @reference',
    ],
    [
      'a stub without a reference',
      withType('type T { title: Title }'),
      'T.title answers a stub and must be a @reference',
    ],
    [
      'a root field of both',
      withQuery('title(key: ID!): Title @owner(argument: "key")'),
      'Query.title is a root field of the registry and of the nodes',
    ],
    ['a shared type that differs', nodeContract.replace('startCursor: String', 'startCursor: ID'), 'PageInfo differs'],
  ])('names %s', (_, contract, words) => {
    expect(faults(contract).join('\n')).toContain(words);
  });
});
