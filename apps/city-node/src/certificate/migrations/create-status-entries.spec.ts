import { describe, expect, it } from '@jest/globals';
import { openTestDatabase, testDatabases } from '#libs/persistence';
import { CreateCertificates1790000000010 } from '../../migrations/index.js';
import { CreateStatusEntries1790000000200 } from './create-status-entries.migration.js';

const row = (place: number) =>
  `('cert_430200_${place}', 'identifier-${place}', 'household-register', 'authority', 'holder', 'serial', 1, 'VALID', ${place * 1000}, '2026-01-01', '2026-01-01', '{}', 'credential', 'seeds')`;
const entry = (place: number) => ({ list: 1, index: place * 1000, certificate: `cert_430200_${place}` });

describe.each(testDatabases())('status entries on %s', (kind) => {
  it('take over the places that certificates had before', async () => {
    const before = { entities: [], migrations: [CreateCertificates1790000000010] };
    const test = await openTestDatabase(kind, before);
    await test.database.unitOfWork.run((tx) =>
      tx.query(
        `INSERT INTO certificate (id, identifier, type, authority, holder, serial, version, status, status_index, issued_at, valid_from, claims, credential, case_reference) VALUES ${[1, 2, 3].map(row).join(', ')}`,
      ),
    );
    const migration = new CreateStatusEntries1790000000200();
    await test.database.unitOfWork.run((tx) => migration.up(tx.queryRunner!));
    const entries: unknown = await test.database.reads.query('SELECT * FROM status_entry ORDER BY certificate');
    expect(entries).toEqual([1, 2, 3].map(entry));
    expect(await test.database.reads.query('SELECT id FROM certificate')).toHaveLength(3);

    await test.database.unitOfWork.run((tx) => migration.down(tx.queryRunner!));
    const rows: unknown = await test.database.reads.query('SELECT status_index FROM certificate ORDER BY id');
    expect(rows).toEqual([1, 2, 3].map((place) => ({ status_index: place * 1000 })));
    await test.drop();
  });
});
