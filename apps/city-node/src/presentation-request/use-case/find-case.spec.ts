import { describe, expect, it } from '@jest/globals';
import type { FindApplications } from '../../application/index.js';
import { callerWith, holderCalling, lin, wang } from '../../testing/certificate-world.js';
import { FindCase } from './find-case.js';

const application = 'app_430300_01JCZ8Y4V5N3Q7R2T6W9X1A0BC';
const filed = { item: 'pension', applicant: wang, applicantKind: 'natural-person' };
const found = { visible: () => Promise.resolve(filed) } as unknown as FindApplications;
const findCase = new FindCase(found);

describe('for whom certificates are asked', () => {
  it('is the caller, if the caller is a holder and names no application', async () => {
    expect(await findCase.execute(holderCalling(lin), { item: 'pension' })).toEqual({
      applicant: lin,
      applicantKind: 'natural-person',
    });
  });

  it('is the applicant of the application, whoever asks', async () => {
    for (const caller of [holderCalling(lin), callerWith({ roles: ['window-clerk'] })]) {
      expect(await findCase.execute(caller, { item: 'pension', application })).toEqual({
        application,
        applicant: wang,
        applicantKind: 'natural-person',
      });
    }
  });

  it('is nobody yet, when a clerk asks for whoever stands at the window', async () => {
    const { applicant } = await findCase.execute(callerWith({ roles: ['window-clerk'] }), { item: 'pension' });
    expect(applicant).toBeUndefined();
  });

  it('is refused for another item than the application’s', async () => {
    const other = findCase.execute(holderCalling(lin), { item: 'school', application });
    await expect(other).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'input.item' });
  });
});
