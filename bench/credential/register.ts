import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createCertificateIdentifier, createId, type DivisionCode, SystemClock, SystemRandom } from '#libs/kernel';
import { type Database, openDatabase } from '#libs/persistence';
import { CertificateRecord } from '../../apps/city-node/src/certificate/index.js';
import { nodeEntities, nodeMigrations } from '../../apps/city-node/src/migrations/index.js';
import { NodeContext } from '../../apps/city-node/src/node-context/index.js';
import type { Sample } from './sample.js';

const division = '430200' as DivisionCode;
const rowsAtOnce = 2000;
const certificatesOfHolder = 4;
const firstIssued = Date.parse('2000-01-01T00:00:00Z');

/** By what one certificate of a register can be found. */
export interface Known {
  readonly identifier: string;
  /** The holder's number. */
  readonly holder: string;
  readonly number: string;
}

/** The node the registers belong to. */
export const benchNode = new NodeContext({
  ...{ division, mode: 'sandbox', url: 'https://zhuzhou.example', registryUrl: 'https://registry.example' },
  ...{ clock: new SystemClock(), random: new SystemRandom(), holderKey: randomBytes(32) },
});

/** A node's SQLite database with so many certificates, by the node's own migrations and entities. */
export async function createRegister(folder: string, size: number, sample: Sample, credential: string) {
  const file = join(folder, `${size}.sqlite`);
  const schema = { file, entities: nodeEntities, migrations: nodeMigrations };
  await (await openDatabase(schema)).close();
  await fill(file, size, sample, credential);
  const database: Database = await openDatabase(schema);
  return { size, database, known: (place: number): Known => knownAt(place, size, sample) };
}

/** A filled register. */
export type Register = Awaited<ReturnType<typeof createRegister>>;

/** Rows go in many at a time, and the indices are made afterwards: the result is the same, the way there shorter. */
async function fill(file: string, size: number, sample: Sample, credential: string): Promise<void> {
  const bulk = new DataSource({
    ...{ type: 'better-sqlite3', database: file, entities: [CertificateRecord] },
    prepareDatabase: (connection: { pragma(statement: string): unknown }) => {
      for (const statement of ['journal_mode = OFF', 'synchronous = OFF']) connection.pragma(statement);
    },
  });
  await bulk.initialize();
  const indices = await dropIndices(bulk);
  const { columns } = bulk.getMetadata(CertificateRecord);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const values = columns.map(({ databaseName }) => `json_extract(value, '$.${databaseName}')`).join(', ');
  for (let from = 0; from < size; from += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, size - from);
    const rows = Array.from({ length: count }, (_, place) => rowAt(from + place, size, sample));
    const all = JSON.stringify(rows.map((row) => ({ ...row, credential })));
    await bulk.query(`INSERT INTO certificate (${names}) SELECT ${values} FROM json_each(?)`, [all]);
  }
  for (const statement of indices) await bulk.query(statement);
  await bulk.destroy();
}

async function dropIndices(bulk: DataSource): Promise<string[]> {
  const found = await bulk.query<{ name: string; sql: string }[]>(
    `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'certificate' AND sql IS NOT NULL`,
  );
  for (const { name } of found) await bulk.query(`DROP INDEX "${name}"`);
  return found.map(({ sql }) => sql);
}

/** The certificates of a holder lie far apart, as they do in a register that grows with time. */
function knownAt(place: number, size: number, { typeCode, authority }: Sample): Known {
  const serial = `2026${String(place).padStart(9, '0')}`;
  return {
    identifier: createCertificateIdentifier({ typeCode, issuer: authority, serial, version: 1 }).value,
    holder: `holder ${place % (size / certificatesOfHolder)}`,
    number: `SL${serial}`,
  };
}

/** A row by its columns' names; one certificate every ten minutes. */
function rowAt(place: number, size: number, sample: Sample) {
  const { identifier, holder, number } = knownAt(place, size, sample);
  const issuedAt = new Date(firstIssued + place * 600_000);
  const claims = { certificate_number: number, ...sample.claims };
  return {
    id: createId('certificate', division, { clock: { now: () => issuedAt }, random: benchNode.random }),
    ...{ identifier, type: sample.type, authority: sample.authority, version: 1, status: 'VALID' },
    holder: benchNode.holderOf('111', holder),
    serial: number.slice(2),
    number_code: benchNode.numberCodeOf(sample.type, number),
    issued_at: issuedAt.toISOString().replace('T', ' ').replace('Z', ''),
    valid_from: issuedAt.toISOString().slice(0, 10),
    claims: JSON.stringify(claims),
    case_reference: 'bench',
  };
}
