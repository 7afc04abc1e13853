import { writeFileSync } from 'node:fs';
import type { CitySeeds, ProvinceSeeds } from '#seeds';
import { province, type Member, type Topology } from '../topology.js';
import type { Keys } from './provision-keys.js';

/** Writes the node directory's source: a line per node, with its address, its divisions and its public key. */
export function writeDirectory(
  file: string,
  topology: Topology,
  seeds: { province: ProvinceSeeds; cities: readonly CitySeeds[] },
  keys: Keys,
): void {
  const registry = topology.members.find(({ program }) => program === 'registry');
  const nodes = topology.members.filter(isNode).map(({ division, port }) => ({
    division,
    kind: division === province ? 'province' : 'city',
    name: nameOf(division, seeds),
    url: loopback(port),
    divisions: countiesOf(division, seeds.cities),
    keys: [keys.publicNodeKey(division)],
  }));
  const directory = { registry: { url: loopback(registry?.port ?? 0) }, nodes };
  writeFileSync(file, `${JSON.stringify(directory, null, 2)}\n`);
}

/** Programs of the sandbox are reached over loopback only. */
export const loopback = (port: number): string => `http://127.0.0.1:${port}`;

function isNode(member: Member): member is Member & { division: string } {
  return member.division !== undefined;
}

function nameOf(division: string, seeds: { province: ProvinceSeeds; cities: readonly CitySeeds[] }) {
  return (seeds.cities.find((city) => city.division === division) ?? seeds.province).name;
}

/** Current county codes of a city: only they route; retired codes and development zones never do. */
function countiesOf(division: string, cities: readonly CitySeeds[]): string[] {
  const city = cities.find((candidate) => candidate.division === division);
  return (city?.divisions ?? [])
    .filter(({ kind, status }) => kind === 'county' && status === 'current')
    .map(({ code }) => code);
}
