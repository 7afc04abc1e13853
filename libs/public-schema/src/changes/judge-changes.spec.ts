import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { judgeChanges } from './judge-changes.js';
import { schemaTextsNow, type SchemaTexts } from './schema-texts.js';

const contract = (name: string): string => readFileSync(`libs/contract/${name}.graphql`, 'utf8');
const now = schemaTextsNow({ registry: contract('registry'), node: contract('node') });
const changelog = (entries: string): string =>
  `# Changelog\n\n## Unreleased\n\n${entries}\n\n## 0.1.0\n\n- Breaking: \`Query.gone\` went.\n`;

describe('a schema compared with the released one', () => {
  const judge = (next: SchemaTexts, entries = '- Nothing.') => judgeChanges(now, next, changelog(entries));
  const withoutIntakes = {
    ...now,
    node: now.node.replace(/ {2}"""A window’s intakes[^]*?: IntakeConnection[^\n]*\n/, ''),
  };

  it('passes when nothing changed, and when something came', async () => {
    expect(await judge(now)).toEqual({ changes: [], untold: [] });
    const more = { ...now, registry: now.registry.replace('  serviceItem(', '  fresh: Int @registry\n  serviceItem(') };
    expect((await judge(more)).untold).toEqual([]);
  });

  it('fails when a field is gone and the changelog does not say so', async () => {
    const { untold } = await judge(withoutIntakes);
    expect(untold.map(({ path }) => path)).toEqual(['Query.intakes']);
    expect(untold[0]?.says).toContain('was removed');
  });

  it('passes when the changelog names what broke, in the section that is not released yet', async () => {
    const told = await judge(withoutIntakes, '- Breaking: `Query.intakes` went; use\n  `Query.intake`.\n- More.');
    expect(told.untold).toEqual([]);
    expect(told.changes).toHaveLength(1);
  });

  it('does not take another entry, another path or an older section for it', async () => {
    for (const entries of ['- `Query.intakes` went.', '- Breaking: `Query.intake` went.', '- Breaking: intakes went.'])
      expect((await judge(withoutIntakes, entries)).untold).toHaveLength(1);
    const gone = { ...now, gateway: now.gateway.replace('type Query {', 'type Query {\n  gone: Int') };
    expect((await judgeChanges(gone, now, changelog('- Nothing.'))).untold.map(({ path }) => path)).toEqual([
      'Query.gone',
    ]);
  });

  it('sees what clients do not see but nodes of two releases rely on, and the gateway’s own fields', async () => {
    const unfound = {
      ...now,
      node: now.node.replace(
        '  nodes(ids: [ID!]!): [Node]! @internal\n',
        '  nodes(ids: [ID!]!, all: Int!): [Node]! @internal\n',
      ),
    };
    expect((await judge(unfound)).untold.map(({ path }) => path)).toEqual(['Query.nodes.all']);
    const counted = { ...now, gateway: now.gateway.replace('counties: [ID!]!', 'counties: [ID!]') };
    expect((await judge(counted)).untold.map(({ path }) => path)).toEqual(['City.counties']);
  });

  it('reports what is dangerous without failing', async () => {
    const value = {
      ...now,
      node: now.node.replace('enum MandateState {', 'enum MandateState {\n  """Held (暂停)"""\n  HELD'),
    };
    const { changes, untold } = await judge(value);
    expect({ changes, untold }).toMatchObject({
      changes: [{ level: 'dangerous', path: 'MandateState.HELD' }],
      untold: [],
    });
  });
});
