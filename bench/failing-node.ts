import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { City } from './failing-node/city.js';
import { Gateway } from './failing-node/gateway.js';
import { keysOf, print } from './failing-node/report.js';
import { runRounds } from './failing-node/rounds.js';
import { failing, Traffic } from './failing-node/traffic.js';
import { divisions } from './gateway/cities.js';
import { startGateway } from './gateway/contestants/product.js';
import { stop } from './gateway/processes.js';
import { startProvince, type Province } from './gateway/province.js';

const rounds = Number(process.env['KUASHI_BENCH_ROUNDS'] ?? 7);
const callers = 1000;

/** `npm run -s bench -- failing-node`: see README.md for what the keys mean. */
export async function bench(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'kuashi-bench-'));
  const cities = await Promise.all(divisions(3).map((division) => City.start(division)));
  const ports = cities.map(({ port }) => port);
  const province = await startProvince(ports);
  try {
    const product = await startGateway({ ports, folder }, province);
    try {
      const gateway = new Gateway(product.url('read'), await tokensOf(province));
      return await measure(gateway, cities);
    } finally {
      await stop(product.process);
    }
  } finally {
    province.close();
    await Promise.all(cities.map((city) => city.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(gateway: Gateway, cities: readonly City[]): Promise<Record<string, number>> {
  const city = cities.find(({ division }) => division === failing);
  if (!city) throw new Error(`there is no city ${failing}`);
  try {
    const traffic = new Traffic(gateway);
    await traffic.learn();
    const samples = await runRounds(rounds, city, traffic);
    print(samples);
    return keysOf(samples);
  } finally {
    await gateway.close();
  }
}

async function tokensOf(province: Province): Promise<string[]> {
  const tokens = await Promise.all(Array.from({ length: callers }, (_, caller) => province.token(caller)));
  return tokens.map((token) => `Bearer ${token}`);
}
