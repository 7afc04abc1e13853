import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { printSchema } from 'graphql';
import { contractFile } from '#libs/platform';
import { composePublicSchema, Contract, lintContracts } from '#libs/routing';

describe('the emitted contracts', () => {
  const registry = Contract.read('registry', readFileSync(contractFile('registry'), 'utf8'));
  const node = Contract.read('node', readFileSync(contractFile('node'), 'utf8'));

  it('can be routed together', () => {
    expect(lintContracts(registry, node)).toEqual([]);
  });

  it('make a public schema without routing and internal fields', () => {
    const text = printSchema(composePublicSchema(registry, node, 'type Query { own: String }'));
    expect(text).not.toMatch(
      /@(owner|everyCity|registry|reference|internal|lookup|public)\b|RoutingMerge|ByKeys|nodes\(ids/,
    );
  });
});
