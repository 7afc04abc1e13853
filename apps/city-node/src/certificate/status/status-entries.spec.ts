import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readStatus, TrustList } from '#libs/credential';
import { SeededRandom } from '#libs/kernel';
import { testDatabases } from '#libs/persistence';
import { type CertificateWorld, certificateWorld, officerOf } from '../../testing/certificate-world.js';
import { authorityOf, zhuzhou } from '../../testing/test-catalogue.js';
import { TestNetwork } from '../../testing/test-network.js';
import { RevokeCertificate } from '../steps/index.js';
import { drawForNewCertificates, drawStatusEntries } from './draw-status-entries.js';
import { StatusEntry } from './status-entry.entity.js';
import { statusListSize } from './status-list-address.js';
import { StatusListPublisher } from './status-list-publisher.js';
import { StatusLists } from './status-lists.js';

describe.each(testDatabases())('the status lists of a node on %s', (kind) => {
  let network: TestNetwork;
  let world: CertificateWorld;
  beforeEach(async () => {
    network = new TestNetwork();
    world = await certificateWorld(kind, network, zhuzhou);
  });
  afterEach(() => world.drop());

  const names = (count: number) => Array.from({ length: count }, (_, place) => ({ id: `cert_430200_${place}` }));
  const draw = async (certificates: readonly { id: string }[], seed: number) => {
    const node = { url: world.node.url, random: new SeededRandom(seed) };
    const drawn = await world.database.unitOfWork.run((tx) => drawForNewCertificates(tx, node, certificates));
    return drawn.map(({ status }) => status);
  };
  const copy = (certificate: string, count = 1) =>
    world.database.unitOfWork.run((tx) => drawStatusEntries(tx, world.node, certificate, count));
  const entriesOf = (certificate: string) =>
    world.database.reads.find(StatusEntry, { where: { certificate }, order: { list: 'ASC', index: 'ASC' } });
  const revoke = (certificate: string) =>
    world.get(RevokeCertificate).execute(officerOf(zhuzhou), { certificate, reason: '撤销登记' });
  const statusOf = async (uri: string, index: number) => {
    const issuer = new TrustList(network.trustList.current).issuerOf(authorityOf[zhuzhou] ?? '')!;
    return readStatus({ uri, index }, issuer, { fetch, clock: world.clock });
  };
  /** Fills the sample of a list by which it is judged. */
  const fill = (list: number, end: number, begin = 0) =>
    world.database.unitOfWork.run(async (tx) => {
      const rows = Array.from({ length: end - begin }, (_, place) => {
        return { list, index: begin + place, certificate: 'cert_430200_old' };
      });
      for (let part = 0; part < rows.length; part += 500) {
        await tx.insert(StatusEntry, rows.slice(part, part + 500));
      }
    });

  it('gives places without repetition, inside the list, scattered', async () => {
    const drawn = (await draw(names(3000), 1)).map(({ index }) => index);
    expect(new Set(drawn).size).toBe(3000);
    expect(Math.max(...drawn)).toBeLessThan(statusListSize);
    expect(drawn.filter((index) => index < statusListSize / 2).length).toBeGreaterThan(1300);
    expect(await world.database.reads.count(StatusEntry)).toBe(3000);
  });

  it('never gives a place again, though the same numbers are drawn', async () => {
    const first = await draw(names(200), 2);
    const second = await draw(names(200), 2);
    expect(new Set([...first, ...second].map(({ index }) => index)).size).toBe(400);
  });

  it('opens the next list when one is half full, and publishes it', async () => {
    await fill(1, 2047);
    expect((await draw(names(1), 3))[0]).toMatchObject({ uri: `${world.node.url}/status-lists/1` });
    await fill(1, 2048, 2047);
    const { id } = await world.issue();
    expect(await entriesOf(id)).toMatchObject([{ list: 2 }]);
    const { index } = (await entriesOf(id))[0]!;
    const uri = `${world.node.url}/status-lists/2`;
    expect(await statusOf(uri, index)).toMatchObject({ status: 'valid' });
    await revoke(id);
    expect(await statusOf(uri, index)).toMatchObject({ status: 'revoked' });
  });

  it('knows no list of which no place was drawn', async () => {
    const publisher = world.get(StatusListPublisher);
    await expect(publisher.published('1')).resolves.toBeDefined();
    for (const list of ['0', '2', '01', '1.0', '-1', '9999999', 'x', '']) {
      await expect(publisher.published(list)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('show what becomes of a certificate in every copy of it', async () => {
    const { id } = await world.issue();
    const copies = await copy(id, 3);
    expect(await entriesOf(id)).toHaveLength(4);
    await revoke(id);
    for (const { uri, index } of copies) expect(await statusOf(uri, index)).toMatchObject({ status: 'revoked' });
  });

  it('give no further copy of a certificate that is not valid', async () => {
    const { id } = await world.issue();
    await revoke(id);
    await expect(copy(id)).rejects.toMatchObject({ code: 'CERTIFICATE_STATE_CONFLICT' });
  });

  it('miss no copy that is drawn while the certificate is revoked', async () => {
    const { id } = await world.issue();
    await Promise.allSettled([copy(id), copy(id), revoke(id), copy(id), copy(id)]);
    for (const { list, index } of await entriesOf(id)) {
      const uri = `${world.node.url}/status-lists/${list}`;
      expect(await statusOf(uri, index)).toMatchObject({ status: 'revoked' });
    }
  });

  it('are the same after a restart, and when a change comes while they are read', async () => {
    const [ended, endedLater, valid] = [await world.issue(), await world.issue(), await world.issue()];
    await revoke(ended.id);
    const restarted = new StatusLists(world.database);
    const reading = restarted.find(1);
    const [later] = await entriesOf(endedLater.id);
    restarted.changed([{ ...later!, status: 'revoked' }]);
    const { packed } = (await reading)!;
    expect(packed.get((await entriesOf(ended.id))[0]!.index)).toBe('revoked');
    expect(packed.get(later!.index)).toBe('revoked');
    expect(packed.get((await entriesOf(valid.id))[0]!.index)).toBe('valid');
  });

  it('are signed once for all who ask at the same time, and anew after a change', async () => {
    const { id } = await world.issue();
    const publisher = world.get(StatusListPublisher);
    const asked = await Promise.all(Array.from({ length: 20 }, () => publisher.published('1')));
    expect(new Set(asked.map(({ token }) => token)).size).toBe(1);
    await revoke(id);
    const { token, etag } = await publisher.published('1');
    expect(token).not.toBe(asked[0]?.token);
    expect(etag).not.toBe(asked[0]?.etag);
  });
});
