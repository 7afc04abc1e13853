import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AuditEntry } from '#libs/exchange';
import { testDatabases } from '#libs/persistence';
import type { SeedCertificate } from '#seeds';
import { type CertificateWorld, certificateWorld } from '../testing/certificate-world.js';
import { authorityOf, zhuzhou } from '../testing/test-catalogue.js';
import { TestNetwork } from '../testing/test-network.js';
import { CertificateRecord } from './certificate-record.entity.js';
import { SeedCertificates } from './seed-certificates.js';

const seed = (place: number): SeedCertificate => ({
  type: 'household-register',
  authority: authorityOf[zhuzhou] ?? '',
  division: zhuzhou,
  holderIdType: '111',
  holderIdNumber: '430199198402290121',
  holderName: '林一',
  serial: `202600000000${place}`,
  claims: { holder_name: '林一', holder_id_number: '430199198402290121', address: null },
  issuedOn: '2020-05-06',
  validFrom: '1960-01-01',
});
const seeds = Array.from({ length: 70 }, (_, place) => seed(place));

describe.each(testDatabases())('seeding the register on %s', (kind) => {
  let world: CertificateWorld;
  beforeEach(async () => {
    world = await certificateWorld(kind, new TestNetwork(), zhuzhou);
  });
  afterEach(() => world.drop());

  const all = () => world.database.reads.find(CertificateRecord);

  it('issues every certificate once, however often the node starts', async () => {
    const read = jest.fn(() => seeds);
    expect(await world.get(SeedCertificates).execute(read)).toBe(70);
    expect(await world.get(SeedCertificates).execute(read)).toBe(0);
    expect(read).toHaveBeenCalledTimes(1);
    expect(await all()).toHaveLength(70);
    expect(await world.database.reads.countBy(AuditEntry, { action: 'certificates.seeded' })).toBe(1);
  });

  it('indexes by the holder’s HMAC and leaves out claims without a value', async () => {
    await world.get(SeedCertificates).execute(() => seeds.slice(0, 1));
    const [record] = await all();
    expect(record).toMatchObject({
      holder: world.node.holderOf('111', '430199198402290121'),
      claims: { holder_name: '林一', holder_id_number: '430199198402290121' },
      issuedAt: new Date('2020-05-05T16:00:00Z'),
      validUntil: null,
    });
    expect(Object.keys(record!.claims)).not.toContain('address');
  });

  it('gives the same certificates the same ids in every sandbox', async () => {
    await world.get(SeedCertificates).execute(() => seeds);
    const elsewhere = await certificateWorld(kind, new TestNetwork(), zhuzhou);
    try {
      await elsewhere.get(SeedCertificates).execute(() => seeds);
      const ids = (records: CertificateRecord[]) => records.map(({ id, identifier }) => `${id} ${identifier}`).sort();
      const other = await elsewhere.database.reads.find(CertificateRecord);
      expect(ids(other)).toEqual(ids(await all()));
      expect(new Set(other.map(({ id }) => id)).size).toBe(70);
    } finally {
      await elsewhere.drop();
    }
  });

  it('leaves nothing behind when it is cut off', async () => {
    const bad = [...seeds, { ...seed(99), type: 'unknown' }];
    await expect(world.get(SeedCertificates).execute(() => bad)).rejects.toMatchObject({
      code: 'CERTIFICATE_TYPE_UNKNOWN',
    });
    expect(await all()).toHaveLength(0);
    expect(await world.get(SeedCertificates).execute(() => seeds)).toBe(70);
  });
});
