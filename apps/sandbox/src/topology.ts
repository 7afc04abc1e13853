import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';

/** The programs of the sandbox, by name, with what tells two instances of one program apart. */
export interface Member {
  /** `gateway`, `identity`, `registry`, `node-430000`, `node-430100` … */
  readonly name: string;
  readonly program: ProgramName;
  /** The division a node serves; absent for the programs that serve all. */
  readonly division?: string;
  readonly port: number;
}

/** The folders of `apps/` that the sandbox starts. */
export type ProgramName = 'gateway' | 'identity' | 'registry' | 'city-node';

/** The province's division: its node issues provincial kinds and stands in for the national registers. */
export const province = '430000';

/** The ports a user finds in the README; cities take 4100, 4200 … in the order of their folders. */
const documentedPorts = {
  gateway: 4000,
  identity: 4001,
  registry: 4010,
  province: 4020,
  control: 4090,
  firstCity: 4100,
};

/** Addresses of a sandbox: its programs and the control server behind `/sandbox/*`. */
export interface Topology {
  readonly members: readonly Member[];
  readonly controlPort: number;
}

/** The documented addresses for the cities that have a seed folder. */
export function documentedTopology(cities: readonly string[]): Topology {
  return topologyOn(cities, documentedPorts, (index) => documentedPorts.firstCity + index * 100);
}

/**
 * Free loopback ports, for worlds that run beside one another; a world that starts again gets those it had, since its
 * certificates name the addresses at which their status is told.
 * @param file where a world's ports are kept
 */
export async function freeTopology(cities: readonly string[], file: string): Promise<Topology> {
  const count = 5 + cities.length;
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as number[]) : [];
  const ports = known.length === count ? known : await freePorts(count);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(ports));
  const [gateway = 0, identity = 0, registry = 0, provinceNode = 0, control = 0, ...rest] = ports;
  return topologyOn(
    cities,
    { gateway, identity, registry, province: provinceNode, control },
    (index) => rest[index] ?? 0,
  );
}

type FixedPorts = Record<'gateway' | 'identity' | 'registry' | 'province' | 'control', number>;

function topologyOn(cities: readonly string[], fixed: FixedPorts, cityPort: (index: number) => number): Topology {
  const node = (division: string, port: number): Member => ({
    name: `node-${division}`,
    program: 'city-node',
    division,
    port,
  });
  return {
    members: [
      { name: 'registry', program: 'registry', port: fixed.registry },
      { name: 'identity', program: 'identity', port: fixed.identity },
      node(province, fixed.province),
      ...cities.map((division, index) => node(division, cityPort(index))),
      { name: 'gateway', program: 'gateway', port: fixed.gateway },
    ],
    controlPort: fixed.control,
  };
}

/** Asks the system for ports, all held until the last is known so that none is given twice. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listenAnywhere));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

function listenAnywhere(): Promise<ReturnType<typeof createServer>> {
  return new Promise((listening, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => listening(server));
  });
}
