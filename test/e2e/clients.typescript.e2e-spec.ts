import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

const run = async (program: string, args: readonly string[], cwd?: string): Promise<string> =>
  (
    await promisify(execFile)(process.execPath, [resolve(program), ...args], {
      cwd,
      env: { PATH: process.env['PATH'] },
    })
  ).stdout;
const tsc = 'node_modules/typescript/bin/tsc';

/** The blocks of the client's README that a stranger would save: the settings of graphql-codegen, and an app. */
const readme = readFileSync('clients/typescript/README.md', 'utf8');
const block = (language: string, holds: string): string =>
  [...readme.matchAll(/```(\w+)\n(.*?)```/gs)].find(
    ([, name, text = '']) => name === language && text.includes(holds),
  )?.[2] ?? '';

/** An app's folder with the packages that it would have installed. */
function appFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kuashi-app-'));
  const packages = ['graphql', '@graphql-codegen', '@graphql-typed-document-node', '@types', 'typescript'];
  const installed = [
    ...packages.map((name) => [name, join('node_modules', name)] as const),
    ['@kuashi/client', 'clients/typescript'] as const,
  ];
  for (const [name, from] of installed) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(resolve(from), join(folder, 'node_modules', name));
  }
  return folder;
}

describe('the typed client', () => {
  let world: World;
  let app: string;

  beforeAll(async () => {
    world = await createWorld();
    app = appFolder();
    await run(tsc, ['-p', 'clients/typescript']);
  }, 120_000);
  afterAll(async () => {
    rmSync(app, { recursive: true });
    await world.close();
  });

  it('types an app’s own documents from what the gateway says of itself, and the app compiles and runs', async () => {
    const options = {
      module: 'nodenext',
      target: 'es2022',
      lib: ['es2023', 'dom'],
      types: ['node'],
      strict: true,
      outDir: 'out',
    };
    const files = {
      'codegen.json': block('json', '"preset": "client"').replace('http://127.0.0.1:4000', world.gateway),
      'app.ts': block('ts', 'query Centres'),
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['app.ts'] }),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(app, name), text);
    await run('node_modules/@graphql-codegen/cli/esm/bin.js', ['--config', 'codegen.json'], app);
    expect(readFileSync(join(app, 'gql', 'graphql.ts'), 'utf8')).toContain('export type CentresQuery');
    await run(tsc, ['-p', '.'], app);
    const lines = (await run(join(app, 'out', 'app.js'), [world.gateway], app)).trim().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    expect(lines[0]).toMatch(/^MUNICIPAL Zhuzhou .*takes papers for other cities$/);
    expect(lines.at(-1)).toBe('長沙市 株洲市 湘潭市 []');
  }, 120_000);

  it('does not compile an app that asks for what is not there', async () => {
    const wrong = block('ts', 'query Centres').replace('({ name, kind, windows })', '({ name, colour, windows })');
    writeFileSync(join(app, 'app.ts'), wrong.replace('console.log(kind, ', 'console.log(colour, '));
    await expect(run(tsc, ['-p', '.', '--noEmit'], app)).rejects.toMatchObject({
      stdout: expect.stringContaining("'colour'"),
    });
  }, 120_000);
});
