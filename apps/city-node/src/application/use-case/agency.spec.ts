import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Holder } from '#libs/kernel';
import { testDatabases } from '#libs/persistence';
import { type ApplicationWorld, applicationWorld, citizen, officer } from '../testing/application-world.js';
import { filing, materials, submitted } from '../testing/filings.js';
import { CorrectApplication } from './correct-application.js';
import { RequestCorrection } from './request-correction.js';
import { SubmitApplication } from './submit-application.js';
import { WithdrawApplication } from './withdraw-application.js';

const mandate = 'mand_430100_01J00000000000000000000000';
const agent = citizen('agent');

describe.each(testDatabases())('filing for another under a mandate on %s', (kind) => {
  let world: ApplicationWorld;
  const grant = (commitments = true) =>
    world.mandates.granted.set(mandate, {
      ...{ mandate, principal: 'zhang' as Holder, principalKind: 'natural-person', principalName: '张三' },
      ...{ agent: 'agent' as Holder, agentName: '代理人', commitments },
    });
  beforeEach(async () => {
    world = await applicationWorld(kind);
    grant();
  });
  afterEach(() => world.drop());

  it('makes the principal the applicant, by the name in the mandate, and both may read the case', async () => {
    const filed = await submitted(world, { mandate, applicantName: '不是他' }, agent);
    expect(filed).toMatchObject({
      ...{ applicant: 'zhang', applicantName: '张三', agent: 'agent', agentName: '代理人', mandate },
    });
  });

  it('is refused without a mandate of one’s own, and for commitments without explicit authority', async () => {
    const other = { mandate: 'mand_430100_01J00000000000000000000001' };
    const submit = (more: object, caller = agent) => world.get(SubmitApplication).execute(caller, filing(more));
    await expect(submit(other)).rejects.toMatchObject({ code: 'MANDATE_UNKNOWN', field: 'input.mandate' });
    await expect(submit({ mandate }, citizen('thief'))).rejects.toMatchObject({ code: 'MANDATE_UNKNOWN' });
    grant(false);
    await expect(submit({ mandate })).rejects.toMatchObject({ code: 'MANDATE_NOT_COVERING', field: 'input.mandate' });
  });

  it('is not possible for an item that needs the person', async () => {
    const visit = world.get(SubmitApplication).execute(agent, filing({ item: 'visit', mandate }));
    await expect(visit).rejects.toMatchObject({ code: 'PRESENCE_REQUIRED' });
  });

  it('leaves no use of a certificate behind when a correction is not covered', async () => {
    const { id: application } = await submitted(world, { mandate }, agent);
    await world.get(RequestCorrection).execute(officer('acceptance-clerk'), {
      ...{ application, items: [{ requirement: 'application-form', problem: '请重新填写' }] },
    });
    grant(false);
    const other = { requirement: 'identity', certificate: 'cert_430200_01J00000000000000000000009' };
    const form = { requirement: 'application-form', committed: true };
    const correct = world.get(CorrectApplication).execute(agent, { application, materials: [other, form] });
    await expect(correct).rejects.toMatchObject({ code: 'MANDATE_NOT_COVERING', field: 'input.application' });
    expect([...world.presentations.uses.keys()].filter((key) => key.includes(other.certificate))).toEqual([]);
  });

  it('ends for every further act at once when the mandate ends; what was filed stands', async () => {
    const { id: application } = await submitted(world, { mandate }, agent);
    await world.get(RequestCorrection).execute(officer('acceptance-clerk'), {
      ...{ application, items: [{ requirement: 'application-form', problem: '请重新填写' }] },
    });
    world.mandates.granted.clear();
    const correct = world.get(CorrectApplication).execute(agent, { application, materials: [...materials].slice(1) });
    await expect(correct).rejects.toMatchObject({ code: 'MANDATE_UNKNOWN', field: 'input.application' });
    const withdraw = world.get(WithdrawApplication).execute(agent, { application });
    await expect(withdraw).rejects.toMatchObject({ code: 'MANDATE_UNKNOWN', field: 'input.application' });
    const byPrincipal = await world.get(WithdrawApplication).execute(citizen('zhang'), { application });
    expect(byPrincipal).toMatchObject({ state: 'WITHDRAWN', agent: 'agent' });
  });

  it('answers a repeated request from disk, also when the mandate has ended meanwhile', async () => {
    const first = await submitted(world, { mandate, idempotencyKey: 'k' }, agent);
    world.mandates.granted.clear();
    expect(await submitted(world, { mandate, idempotencyKey: 'k' }, agent)).toMatchObject({ id: first.id });
  });
});
