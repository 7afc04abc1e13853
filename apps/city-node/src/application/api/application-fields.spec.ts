import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseDivisionCode } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { Catalogue } from '../../catalogue/index.js';
import { FindApplications } from '../record/find-applications.js';
import { DeliveryMethod } from '../rules/vocabulary.js';
import { applicationWorld, citizen, officer, type ApplicationWorld } from '../testing/application-world.js';
import { underReview } from '../testing/filings.js';
import { CertifyApplication } from '../use-case/certify-application.js';
import { DecideApplication } from '../use-case/decide-application.js';
import { DeliverApplication } from '../use-case/deliver-application.js';
import { ApplicationFieldsResolver } from './application-fields.resolver.js';
import { presentApplication, type Application } from './application.model.js';

describe('what is told of a case', () => {
  let world: ApplicationWorld;
  let resolver: ApplicationFieldsResolver;
  beforeEach(async () => {
    world = await applicationWorld('sqlite');
    resolver = new ApplicationFieldsResolver(world.get(FindApplications), world.get(Catalogue));
  });
  afterEach(() => world.drop());

  const certified = async (): Promise<string> => {
    const { id: application } = await underReview(world, { delivery: DeliveryMethod.WINDOW });
    const decision = { application, grant: true, reasons: [], opinion: '同意' };
    await world.get(DecideApplication).execute(officer('decider'), decision);
    await world.get(CertifyApplication).execute(officer('issuing-officer'), { application, claims: {} });
    return application;
  };
  const told = async (application: Application, caller: Caller) => ({
    materials: (await resolver.materials(application, caller)).length,
    opinions: (await resolver.steps(application, caller)).map(({ opinion }) => opinion).filter(Boolean),
    steps: (await resolver.steps(application, caller)).length,
  });

  it('depends on who asks: officers of the authority read opinions, parties do not', async () => {
    const case_ = presentApplication(await world.get(FindApplications).byId(await certified()));
    expect(await told(case_, officer('reviewer'))).toEqual({ materials: 2, opinions: ['同意'], steps: 5 });
    expect(await told(case_, citizen('zhang'))).toEqual({ materials: 2, opinions: [], steps: 5 });
  });

  it('to the window that took the papers is everything but what certificates disclosed', async () => {
    const record = await world.get(FindApplications).byId(await certified());
    const case_ = presentApplication({ ...record, intakeWindow: 'win_430100_hall-1' });
    const clerk = officer('window-clerk', { city: parseDivisionCode('430100'), window: 'win_430100_hall-1' });
    const claims = async (caller: Caller) => (await resolver.materials(case_, caller)).map((each) => each.claims);
    expect(await claims(clerk)).toEqual([null, null]);
    expect(await claims(citizen('zhang'))).toEqual([{ name: '张三' }, null]);
    expect(await claims(officer('reviewer'))).toEqual([{ name: '张三' }, null]);
  });

  it('to a window that delivers is its own act, without the materials and what certificates disclosed', async () => {
    const clerk = officer('window-clerk', { subject: 'window', window: 'win_430300_hall-2' });
    const delivered = await world
      .get(DeliverApplication)
      .execute(clerk, { application: await certified(), recipient: '张三' });
    expect(delivered.state).toBe('COMPLETED');
    expect(await told(presentApplication(delivered), clerk)).toEqual({ materials: 0, opinions: [], steps: 1 });
  });
});
