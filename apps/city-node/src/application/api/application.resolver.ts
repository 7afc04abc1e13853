import { Args, Query, Resolver } from '@nestjs/graphql';
import { parseApplicationNo, parseId } from '#libs/kernel';
import { type Caller, CurrentCaller, IdArgument, type Page, RolesMay, SignedIn } from '#libs/platform';
import { EveryCity, Owner } from '#libs/routing';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { FindApplications } from '../record/find-applications.js';
import { ListApplications } from '../record/list-applications.js';
import { ApplicationsToHandleArgs, MyApplicationsArgs } from './application.args.js';
import { Application, ApplicationConnection, presentApplication } from './application.model.js';

/** Reading cases. */
@Resolver(() => Application)
export class ApplicationResolver {
  constructor(
    private readonly applications: FindApplications,
    private readonly lists: ListApplications,
  ) {}

  @Owner('id')
  @SignedIn()
  @Query(() => Application, { nullable: true, description: 'A case, for its parties and its officers (办件)' })
  async application(
    @IdArgument('application', '办件') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    parseId(id, 'application', 'id');
    return presentApplication(await this.applications.visible({ id }, caller));
  }

  @Owner('applicationNo')
  @SignedIn()
  @Query(() => Application, { nullable: true, description: 'A case by its number (办件编号)' })
  async applicationByNo(
    @Args('applicationNo', { description: 'Number, 22 digits (办件编号)' }) applicationNo: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    parseApplicationNo(applicationNo, 'applicationNo');
    return presentApplication(await this.applications.visible({ applicationNo }, caller));
  }

  @EveryCity({ merge: 'CONNECTION' })
  @SignedIn()
  @Query(() => ApplicationConnection, { nullable: true, description: 'The caller’s cases, newest first (我的办件)' })
  async myApplications(@Args() args: MyApplicationsArgs, @CurrentCaller() caller: Caller): Promise<Page<Application>> {
    return presentPage(await this.lists.mine(caller, args));
  }

  @Owner('division')
  @RolesMay('acceptance-clerk', 'reviewer', 'decider', 'issuing-officer', 'supervisor', 'auditor')
  @Query(() => ApplicationConnection, { nullable: true, description: 'An officer’s worklist, oldest first (待办)' })
  async applicationsToHandle(
    @Args() args: ApplicationsToHandleArgs,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<Application>> {
    return presentPage(await this.lists.toHandle(caller, args));
  }
}

function presentPage(page: Page<ApplicationRecord>): Page<Application> {
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: presentApplication(node) })) };
}
