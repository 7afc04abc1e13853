import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';

const gateway = dirname(fileURLToPath(import.meta.url));
const root = join(gateway, '..', '..', '..');
const routing = join(root, 'libs', 'routing', 'src');

describe('the gateway has no domain code', () => {
  it('imports libraries that know no domain, its own files and packages only', () => {
    const allowed = ['#libs/kernel', '#libs/platform', '#libs/routing'];
    for (const { file, imports } of importsIn(gateway)) {
      const foreign = imports.filter((name) =>
        name.startsWith('#') ? !allowed.includes(name) : leaves(file, name, gateway),
      );
      expect({ file, foreign }).toEqual({ file, foreign: [] });
    }
  });

  it('routes by an engine that imports the kernel only', () => {
    for (const { file, imports } of importsIn(routing)) {
      const foreign = imports.filter((name) =>
        name.startsWith('#') ? name !== '#libs/kernel' : leaves(file, name, routing),
      );
      expect({ file, foreign }).toEqual({ file, foreign: [] });
    }
  });

  it('names no type and no root field of a contract, neither in the gateway nor in the engine', () => {
    const names = domainNames();
    for (const { file, text } of [...sourcesIn(gateway), ...sourcesIn(routing)]) {
      const words = new Set(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|"""[\s\S]*?"""/g, '').match(/\w+/g));
      expect({ file, names: names.filter((name) => words.has(name)) }).toEqual({ file, names: [] });
    }
  });
});

interface Source {
  readonly file: string;
  readonly text: string;
}

/** Program sources; specs and the fixtures of specs are no part of the program. */
function sourcesIn(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.startsWith('fixture'))
    .map((name) => ({ file: relative(root, join(folder, name)), text: readFileSync(join(folder, name), 'utf8') }));
}

function importsIn(folder: string): (Source & { imports: string[] })[] {
  return sourcesIn(folder).map((source) => ({
    ...source,
    imports: [...source.text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name),
  }));
}

function leaves(file: string, name: string, folder: string): boolean {
  return name.startsWith('.') && relative(folder, join(root, dirname(file), name)).startsWith('..');
}

/** Types of the emitted contracts, without what GraphQL, Relay and the gateway itself define, and single plain words. */
function domainNames(): string[] {
  const general =
    /^(Query|Mutation|Subscription|PageInfo|Node|Language|RoutingMerge|DateTime|LocalDate|DivisionCode|JSON)$/;
  const contracts = readdirSync(join(root, 'libs', 'contract')).filter((name) => name.endsWith('.graphql'));
  expect(contracts.length).toBeGreaterThan(0);
  return contracts.flatMap((name) => {
    const { definitions } = parse(readFileSync(join(root, 'libs', 'contract', name), 'utf8'));
    const types = definitions.flatMap((node) =>
      'name' in node && node.kind !== Kind.DIRECTIVE_DEFINITION ? [node] : [],
    );
    return types.flatMap((node) => (node.name && !general.test(node.name.value) ? [node.name.value] : []));
  });
}
