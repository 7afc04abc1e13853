import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RevokeCertificate } from '../certificate/index.js';
import { type CertificateWorld, certificateWorld, lin, officerOf } from '../testing/certificate-world.js';
import { authorityOf, xiangtan, zhuzhou } from '../testing/test-catalogue.js';
import { TestNetwork } from '../testing/test-network.js';
import { RequestPresentation } from './request-presentation.js';
import { VerifyPresentation } from './verify-presentation.js';

describe('the status of a certificate at a node that uses it', () => {
  let network: TestNetwork;
  let owner: CertificateWorld;
  let user: CertificateWorld;
  const asked: { status: number; known: string | undefined }[] = [];
  const realFetch = globalThis.fetch;

  beforeEach(async () => {
    network = new TestNetwork();
    owner = await certificateWorld('sqlite', network, zhuzhou);
    user = await certificateWorld('sqlite', network, xiangtan);
    asked.length = 0;
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      const response = await realFetch(input, init);
      if (typeof input === 'string' && input.includes('/status-lists/')) {
        asked.push({ status: response.status, known: new Headers(init?.headers).get('if-none-match') ?? undefined });
      }
      return response;
    });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all([owner.drop(), user.drop()]);
  });

  const use = (certificate: string, place: number) =>
    user.get(RequestPresentation).execute({
      ...{ certificate, holder: lin, item: 'pension', caseReference: `app_430300_01JCZ8Y4V5N3Q7R2T6W9X1A0B${place}` },
      material: user.catalogue.material('pension', 'household'),
      authority: authorityOf[xiangtan] ?? '',
    });
  const verify = (credential: string) => {
    const question = { type: 'household-register', issuing: zhuzhou, item: 'pension', purpose: 'application' };
    return user.get(VerifyPresentation).execute(credential, user.catalogue.recognition(question, user.clock.now()));
  };

  it('is asked for before each use; an unchanged list is confirmed by its ETag and not sent again', async () => {
    const { id } = await owner.issue();
    for (const place of [1, 2, 3]) await use(id, place);
    expect(asked.map(({ status }) => status)).toEqual([200, 304, 304]);
    expect(asked[1]?.known).toMatch(/^".+"$/);
  });

  it('is seen to have changed by the next use, whatever was read before', async () => {
    const { id, credential } = await owner.issue();
    await verify(credential);
    await owner.get(RevokeCertificate).execute(officerOf(zhuzhou), { certificate: id, reason: '撤销登记' });
    const start = performance.now();
    await expect(verify(credential)).rejects.toMatchObject({ code: 'CERTIFICATE_REVOKED' });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(asked.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('cannot be determined while its source is stopped, though it was read before; the reason names the source', async () => {
    const { credential } = await owner.issue();
    await verify(credential);
    await network.cut(zhuzhou);
    await expect(verify(credential)).rejects.toMatchObject({
      code: 'CERTIFICATE_UNDETERMINED',
      params: { reason: { en: expect.stringContaining(`${owner.node.url}/status-lists/1`) } },
    });
  });
});
