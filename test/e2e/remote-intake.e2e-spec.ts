import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

const zhuzhou = '430200';
const clerk = { as: 'cs-window-1' };

interface Intake {
  id: string;
  receiptNo: string;
  state: string;
  applicationNo: string | null;
  applicationState: string | null;
  application: { id: string; mode: string; competentDivision: string } | null;
}

const intakeFields = 'id receiptNo state applicationNo applicationState application { id mode competentDivision }';

/** The clerk takes papers in at the Changsha window for the competent city Zhuzhou. */
async function receive(world: World, idempotencyKey: string): Promise<Intake> {
  const [window, citizen] = await Promise.all([world.persona('cs-window-1'), world.persona('cs-citizen-2')]);
  const { receiveApplication } = await world.data<{ receiveApplication: Intake }>(
    `mutation ($input: ReceiveApplicationInput!) { receiveApplication(input: $input) { ${intakeFields} } }`,
    {
      input: {
        idempotencyKey,
        window: window.window,
        division: zhuzhou,
        item: 'pension-transfer-resident',
        applicant: { name: citizen.name, idType: 'RESIDENT_ID', idNumber: citizen.holderIdNumber },
        materials: ['identity', 'household-register', 'application-form'].map((requirement) => ({
          requirement,
          paper: true,
        })),
      },
    },
    clerk,
  );
  return receiveApplication;
}

/** Reads the intake at its window until it is as hoped, or 20 s have gone. */
async function waitForIntake(world: World, id: string, hoped: (intake: Intake) => boolean): Promise<Intake> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const { intake } = await world.data<{ intake: Intake }>(
      'query ($id: ID!) { intake(id: $id) { id receiptNo state applicationNo applicationState application { id mode competentDivision } } }',
      { id },
      clerk,
    );
    if (hoped(intake) || Date.now() > deadline) return intake;
    await new Promise((later) => setTimeout(later, 100));
  }
}

const act = (
  world: World,
  field: string,
  input: Record<string, unknown>,
  as: string,
): Promise<Record<string, { state: string }>> =>
  world.data(
    `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { state } }`,
    { input },
    { as },
  );

/** Acceptance, review and decision by Zhuzhou's officers; the window sees each state arrive. */
async function decideInZhuzhou(world: World, intake: Intake): Promise<void> {
  const application = intake.application?.id;
  await act(world, 'acceptApplication', { application }, 'zz-acceptance-social-1');
  await waitForIntake(world, intake.id, ({ applicationState }) => applicationState === 'ACCEPTED');
  await act(world, 'startReview', { application }, 'zz-reviewer-social-1');
  await act(world, 'decideApplication', { application, grant: true }, 'zz-decider-social-1');
  const seen = await waitForIntake(world, intake.id, ({ applicationState }) => applicationState === 'GRANTED');
  expect(seen.applicationState).toBe('GRANTED');
}

describe('a Changsha window takes in an application for Zhuzhou', () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld();
  }, 60_000);
  afterAll(() => world.close());

  it('hands it over, and sees it accepted and decided there', async () => {
    const received = await receive(world, 'at-once');
    expect(received.id).toMatch(/^intake_430100_/);
    expect(received.receiptNo).toMatch(/^430100\d{16}$/);

    const confirmed = await waitForIntake(world, received.id, ({ state }) => state === 'CONFIRMED');
    expect(confirmed).toMatchObject({
      state: 'CONFIRMED',
      applicationNo: expect.stringMatching(/^430200\d{16}$/),
      application: { mode: 'REMOTE_INTAKE', competentDivision: zhuzhou },
    });
    await decideInZhuzhou(world, confirmed);
  }, 60_000);

  it('does so although Zhuzhou is down during the intake and comes back later', async () => {
    await world.takeDown(zhuzhou);
    const received = await receive(world, 'while-down');
    expect(received.receiptNo).toMatch(/^430100\d{16}$/);
    expect(['RECEIVED', 'HANDED_OVER']).toContain(received.state);
    expect(received.applicationNo).toBeNull();

    await world.bringBack();
    const confirmed = await waitForIntake(world, received.id, ({ state }) => state === 'CONFIRMED');
    expect(confirmed.state).toBe('CONFIRMED');
    await decideInZhuzhou(world, confirmed);

    const { intakes } = await world.data<{ intakes: { edges: { node: { id: string } }[] } }>(
      'query ($window: ID!) { intakes(window: $window, first: 10) { edges { node { id } } } }',
      { window: (await world.persona('cs-window-1')).window },
      clerk,
    );
    expect(intakes.edges.filter(({ node }) => node.id === received.id)).toHaveLength(1);
  }, 90_000);
});
