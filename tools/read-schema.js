/** The public schema as the gateway composes it, and who may call its root fields; for the tools that tell or check it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.js';
import { readPublicSchema, schemaTextsNow } from '../dist/libs/public-schema/src/index.js';

const contract = (name) => readFileSync(join(root, 'libs', 'contract', `${name}.graphql`), 'utf8');

/** @returns what the public schema is composed of, as text */
export const schemaTexts = () => schemaTextsNow({ registry: contract('registry'), node: contract('node') });

/** @returns the public schema with the contracts it is composed of */
export const publicSchema = () => readPublicSchema(schemaTexts());

/** Each program is asked in a process of its own, since decorated types of one process share one store. */
export function rootFieldAccess() {
  return Object.assign({}, ...['registry', 'city-node'].map(accessOf));
}

function accessOf(app) {
  const script = `await import('reflect-metadata');
    const { access } = await import('./dist/apps/${app}/src/contract.js');
    process.stdout.write(JSON.stringify(access()));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
