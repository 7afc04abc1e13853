import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

/** The second-level headings of docs/api.md that are areas. */
const areas = [...readFileSync('docs/api.md', 'utf8').matchAll(/^## ([A-Z][a-zA-Z ]+?) \p{Script=Han}+$/gmu)]
  .map(([, area = '']) => area)
  .filter((area) => area !== 'Deprecated');

describe('the requests for curl', () => {
  let world: World;
  let answers: { title: string; answer: { data?: unknown; errors?: { extensions: object }[] } }[];

  beforeAll(async () => {
    world = await createWorld();
    const script = promisify(execFile)('bash', ['--norc', 'examples/requests.sh', world.gateway]);
    const { stdout } = await script;
    answers = [...stdout.matchAll(/^# (.*)\n(.*)$/gm)].map(([, title = '', answer = '']) => ({
      title,
      answer: JSON.parse(answer) as (typeof answers)[number]['answer'],
    }));
  }, 120_000);
  afterAll(() => world.close());

  it('ask for something in every area of the API', () => {
    expect(areas.length).toBeGreaterThan(7);
    for (const area of areas) expect(answers.map(({ title }) => title.split(':')[0])).toContain(area);
  });

  it('are answered in full', () => {
    const [last] = answers.splice(-1);
    expect(answers.length).toBeGreaterThan(12);
    for (const { title, answer } of answers) {
      expect([title, answer.errors]).toEqual([title, undefined]);
      expect([title, Object.values(answer.data ?? {})]).not.toContain(null);
    }
    expect(last?.answer.errors?.[0]?.extensions).toMatchObject({ code: 'OWNER_UNKNOWN', field: 'cities.0' });
  });
});
