import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabases } from '#libs/persistence';
import { applicationWorld, citizen, officer, type ApplicationWorld } from '../testing/application-world.js';
import { submitted } from '../testing/filings.js';
import { ApplicationState } from '../rules/vocabulary.js';
import { AcceptApplication } from '../use-case/accept-application.js';
import { FindApplications } from './find-applications.js';
import { ListApplications, type ListRequest } from './list-applications.js';

describe.each(testDatabases())('reading applications on %s', (kind) => {
  let world: ApplicationWorld;
  beforeEach(async () => {
    world = await applicationWorld(kind);
  });
  afterEach(() => world.drop());

  const fileFive = async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      ids.push((await submitted(world)).id);
      if (index % 2 === 0) world.clock.advance(1000);
    }
    return ids;
  };
  const walk = async (read: (request: ListRequest) => ReturnType<ListApplications['mine']>) => {
    const seen: string[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 4; pages += 1) {
      const page = await read({ first: 2, after });
      expect(page.totalCount).toBe(5);
      seen.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor ?? undefined;
    }
    return seen;
  };

  it('shows a case to its parties and officers, and to nobody else', async () => {
    const { id, applicationNo } = await submitted(world);
    const find = world.get(FindApplications);
    expect((await find.visible({ id }, citizen('zhang'))).id).toBe(id);
    expect((await find.visible({ applicationNo }, officer('reviewer'))).id).toBe(id);
    await expect(find.visible({ id }, citizen('li'))).rejects.toMatchObject({
      code: 'APPLICATION_UNKNOWN',
      field: 'id',
    });
    const unknown = 'app_430300_01J00000000000000000000000';
    expect(await find.allVisible([unknown, id], citizen('zhang'))).toMatchObject([null, { id }]);
    expect(await find.allVisible([id], citizen('li'))).toEqual([null]);
  });

  it('pages through one’s own, newest first, each once', async () => {
    const filed = await fileFive();
    await submitted(world, {}, citizen('li'));
    const seen = await walk((request) => world.get(ListApplications).mine(citizen('zhang'), request));
    expect([...seen].sort()).toEqual([...filed].sort());
    expect(filed.slice(3)).toContain(seen[0]);
  });

  it('pages through an officer’s worklist, oldest first, by state', async () => {
    const filed = await fileFive();
    const seen = await walk((request) => world.get(ListApplications).toHandle(officer('reviewer'), request));
    expect([...seen].sort()).toEqual([...filed].sort());
    expect(seen[0]).toBe(filed[0]);
    await world.get(AcceptApplication).execute(officer('acceptance-clerk'), { application: filed[2] ?? '' });
    const accepted = { first: 5, state: ApplicationState.ACCEPTED };
    const page = await world.get(ListApplications).toHandle(officer('reviewer'), accepted);
    expect(page.edges.map(({ node }) => node.id)).toEqual([filed[2]]);
  });

  it('shows an officer neither another authority’s worklist nor another city’s', async () => {
    await submitted(world);
    const list = world.get(ListApplications);
    expect((await list.toHandle(officer('reviewer', { authority: 'OTHER' }), { first: 5 })).totalCount).toBe(0);
    expect((await list.toHandle(officer('reviewer', { authority: undefined }), { first: 5 })).totalCount).toBe(1);
    const elsewhere = officer('reviewer', { city: '430100' as never });
    await expect(list.toHandle(elsewhere, { first: 5 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('lists nothing for whoever holds nothing', async () => {
    await submitted(world);
    expect(
      (await world.get(ListApplications).mine({ ...citizen('x'), holder: undefined }, { first: 5 })).totalCount,
    ).toBe(0);
  });
});
