import { Exchange } from '#libs/exchange';
import { FixedClock, parseDivisionCode } from '#libs/kernel';
import type { DatabaseKind } from '#libs/persistence';
import { NodeDirectory } from '#libs/platform';
import { applicationWorld, exchangeKey, type ApplicationWorld } from '../../application/testing/application-world.js';
import { intakeUseCases } from '../intake.module.js';
import { intakeEntities, intakeMigrations } from '../schema.js';
import { ExchangeServer } from './exchange-server.js';

/** A node of the specs with the server that others reach it at. */
export type City = ApplicationWorld & { readonly server: ExchangeServer };

/** Changsha with its windows and Xiangtan with its authorities, over real HTTP. */
export async function twoCities(kind: DatabaseKind) {
  const clock = new FixedClock('2026-03-02T02:00:00Z');
  const places = await Promise.all(['430100', '430300'].map(place));
  const nodes = places.map(({ entry }) => entry);
  const directory = new NodeDirectory({ current: { iss: '', iat: 0, nodes, registry: { url: '' } } });
  const cities: City[] = [];
  for (const { entry, key, server } of places) {
    const world = await applicationWorld(kind, {
      ...{ city: entry.division, clock, key, directory, entities: intakeEntities, migrations: intakeMigrations },
      providers: [...intakeUseCases, { provide: NodeDirectory, useValue: directory }],
    });
    server.serve(world.get(Exchange));
    cities.push({ ...world, server });
  }
  const [changsha, xiangtan] = cities as [City, City];
  const close = async () => {
    for (const { server } of cities) await server.down();
    for (const { drop } of cities) await drop();
  };
  return { changsha, xiangtan, close };
}

async function place(code: string) {
  const server = new ExchangeServer();
  await server.up();
  const key = await exchangeKey();
  const { kty, crv, x, y } = key;
  const name = { zhHans: code, zhHant: code, en: code };
  const division = parseDivisionCode(code);
  const entry = { division, kind: 'city' as const, name, url: server.url, divisions: [], keys: [{ kty, crv, x, y }] };
  return { entry, key, server };
}

/** Waits until something holds, for what happens on its own time. */
export async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not come to pass within ten seconds.');
}
