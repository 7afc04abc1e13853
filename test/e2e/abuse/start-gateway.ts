import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '#libs/testing';

/** A gateway in production mode before the nodes of a world. */
export interface ProductionGateway {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the built gateway as a process of its own, as an operator would. */
export async function startProductionGateway(
  world: World,
  settings: Readonly<Record<string, string>> = {},
  nodeArguments: readonly string[] = [],
): Promise<ProductionGateway> {
  const state = mkdtempSync(join(tmpdir(), 'kuashi-gateway-'));
  const child = fork(join('dist', 'apps', 'gateway', 'src', 'main.js'), [], {
    execArgv: [...nodeArguments],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      KUASHI_MODE: 'production',
      KUASHI_PORT: '0',
      KUASHI_STATE_DIR: state,
      KUASHI_REGISTRY_URL: world.programs['registry'],
      KUASHI_ISSUER_URL: world.programs['identity'],
      KUASHI_TRUST_ANCHOR: join(world.stateDirectory, 'keys', 'province.public.json'),
      ...settings,
    },
  });
  const ended = once(child, 'exit');
  const ready = once(child, 'message') as Promise<[{ ready: string }]>;
  const [told] = await Promise.race([ready, ended.then(([code]) => Promise.reject(new Error(`ended with ${code}`)))]);
  const close = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
    rmSync(state, { recursive: true, force: true });
  };
  return { url: told.ready, close };
}
