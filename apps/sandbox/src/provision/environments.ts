import { join } from 'node:path';
import type { SandboxOptions } from '../sandbox-options.js';
import type { Member, Topology } from '../topology.js';
import type { Keys } from './provision-keys.js';
import { loopback } from './write-directory.js';

/** Environment variables of a program. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The node directory's source file inside the state directory. */
export const directoryFile = (options: SandboxOptions): string => join(options.stateDirectory, 'directory.json');

/** What each program of the sandbox is told, and nothing it does not need. */
export function environmentOf(member: Member, topology: Topology, keys: Keys, options: SandboxOptions): Environment {
  return {
    ...sharedEnvironment(member, topology, keys, options),
    ...programEnvironment(member, topology, keys, options),
  };
}

function sharedEnvironment(member: Member, topology: Topology, keys: Keys, options: SandboxOptions): Environment {
  return {
    NODE_ENV: process.env['NODE_ENV'],
    PATH: process.env['PATH'],
    KUASHI_MODE: 'sandbox',
    KUASHI_HOST: '127.0.0.1',
    KUASHI_PORT: String(member.port),
    KUASHI_LOG_LEVEL: process.env['KUASHI_LOG_LEVEL'],
    // Who stops the sandbox waits for it; nobody sends to a program that is not there yet.
    KUASHI_DRAIN_NOTICE_MS: process.env['KUASHI_DRAIN_NOTICE_MS'] ?? '0',
    KUASHI_STATE_DIR: join(options.stateDirectory, member.name),
    KUASHI_REGISTRY_URL: urlOf('registry', topology),
    KUASHI_ISSUER_URL: urlOf('identity', topology),
    KUASHI_TRUST_ANCHOR: keys.trustAnchor,
    KUASHI_SEEDS_DIR: options.seedsDirectory,
    KUASHI_SEED_NUMBER: options.seedNumber,
  };
}

function programEnvironment(member: Member, topology: Topology, keys: Keys, options: SandboxOptions): Environment {
  switch (member.program) {
    case 'registry':
      return { KUASHI_PROVINCE_KEY: keys.provinceKey, KUASHI_DIRECTORY_FILE: directoryFile(options) };
    case 'identity':
      return { KUASHI_HOLDER_KEY: keys.holderKey };
    case 'city-node':
      return {
        KUASHI_DIVISION: member.division,
        KUASHI_NODE_KEY: keys.nodeKey(member.division ?? ''),
        KUASHI_HOLDER_KEY: keys.holderKey,
      };
    case 'gateway':
      return { KUASHI_SANDBOX_URL: loopback(topology.controlPort) };
  }
}

function urlOf(program: Member['program'], topology: Topology): string {
  return loopback(topology.members.find((member) => member.program === program)?.port ?? 0);
}
