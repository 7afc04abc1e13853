import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensurePeers, peerFile } from '../../peers/peers.js';
import { composeFederation, type Subgraph } from '../federation/federation.js';
import { startBinary, stop, type Started } from '../processes.js';
import { type Contestant, type Surroundings } from './contestant.js';

/** Grafbase's own program (Rust) over files of its own: it asks nobody but the backends. */
export async function startGrafbase({ ports, folder }: Surroundings): Promise<Contestant> {
  ensurePeers();
  const home = join(folder, 'grafbase');
  mkdirSync(home, { recursive: true });
  const { subgraphs } = await composeFederation(ports);
  const sections = subgraphs.map((subgraph) => section(home, subgraph));
  writeFileSync(join(home, 'grafbase.toml'), [unshared, ...sections].join('\n'));
  const address = `127.0.0.1:${await freePort()}`;
  const args = ['--home', home, 'dev', '--config', 'grafbase.toml', '--listen-address', address];
  const binary = peerFile('@grafbase/cli-x86_64-unknown-linux-musl/grafbase');
  const process = startBinary(binary, args, home, { HOME: home });
  const url = `http://${address}/graphql`;
  await ready(process, url);
  return { name: 'grafbase', dialect: 'federation', process, url: () => url };
}

/** What callers may read differs, so none is given what another asked for. */
const unshared = '[traffic_shaping]\ninflight_deduplication = false\n';

function section(home: string, { name, url, sdl }: Subgraph): string {
  const file = join(home, `${name}.graphql`);
  writeFileSync(file, sdl);
  return `[subgraphs.${name}]\nurl = "${url}"\nschema_path = "${file}"\ntimeout = "60s"\n`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function ready(started: Started, url: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(url, { method: 'POST', headers, body: '{"query":"{ __typename }"}' }).catch(() => null);
    if (answer?.ok) return;
    if (started.child.exitCode !== null) break;
    await pause(100);
  }
  await stop(started);
  throw new Error('grafbase does not answer');
}
