import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { createWorld, type World } from '#libs/testing';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const endpoints = ['gateway', 'node-430100', 'node-430200', 'node-430300', 'node-430000', 'registry'];
const urlOf = (name: string): string => (name === 'gateway' ? world.gateway : (world.programs[name] ?? ''));

describe.each(endpoints)('the audits of GraphQL over HTTP at the %s', (name) => {
  const audits = serverAudits({ url: () => `${urlOf(name)}/graphql` });

  it('are sixty-one', () => expect(audits).toHaveLength(61));

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    expect({ ...(await audit.fn()), response: undefined }).toMatchObject({ status: 'ok' });
  });
});
