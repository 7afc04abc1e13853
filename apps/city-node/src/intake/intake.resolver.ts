import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { describeError, KuashiError, parseApplicationNo, parseId, type Language } from '#libs/kernel';
import {
  type Caller,
  CurrentCaller,
  IdArgument,
  InputArgument,
  LanguageArgs,
  languageTag,
  type Page,
  RequestLanguage,
  RolesMay,
  SignedIn,
} from '#libs/platform';
import { Owner, Reference } from '#libs/routing';
import { Application } from '../application/index.js';
import { ServiceItem } from '../catalogue/index.js';
import { FindIntakes } from './find-intakes.js';
import { IntakesArgs, ReceiveApplicationInput } from './intake.inputs.js';
import { Intake, IntakeConnection, presentIntake } from './intake.model.js';
import { ReceiveApplication } from './receive-application.js';

@Resolver(() => Intake)
export class IntakeResolver {
  constructor(
    private readonly found: FindIntakes,
    private readonly receive: ReceiveApplication,
  ) {}

  @Owner('id')
  @SignedIn()
  @Query(() => Intake, { nullable: true, description: 'An intake, for its window and its applicant (收件)' })
  async intake(@IdArgument('intake', '收件') id: string, @CurrentCaller() caller: Caller): Promise<Intake> {
    parseId(id, 'intake', 'id');
    return presentIntake(await this.found.visible({ id }, caller));
  }

  @Owner('receiptNo')
  @SignedIn()
  @Query(() => Intake, { nullable: true, description: 'An intake by its receipt number (收件编号)' })
  async intakeByReceiptNo(
    @Args('receiptNo', { description: 'Receipt number, 22 digits (收件编号)' }) receiptNo: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Intake> {
    parseApplicationNo(receiptNo, 'receiptNo');
    return presentIntake(await this.found.visible({ receiptNo }, caller));
  }

  @Owner('window')
  @RolesMay('window-clerk', 'supervisor', 'auditor')
  @Query(() => IntakeConnection, { nullable: true, description: 'A window’s intakes, newest first (窗口收件)' })
  async intakes(@Args() args: IntakesArgs, @CurrentCaller() caller: Caller): Promise<Page<Intake>> {
    const page = await this.found.ofWindow(caller, args);
    return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: presentIntake(node) })) };
  }

  @Owner('input.window')
  @RolesMay('window-clerk')
  @Mutation(() => Intake, { nullable: true, description: 'Takes papers in for the own or another city (收件)' })
  async receiveApplication(
    @InputArgument() input: ReceiveApplicationInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Intake> {
    const id = await this.receive.execute(caller, input);
    return presentIntake(await this.found.visible({ id }, caller));
  }

  @Reference()
  @ResolveField(() => ServiceItem, { nullable: true, description: 'The item of the basic catalogue (事项)' })
  item(@Parent() { record }: Intake): Pick<ServiceItem, 'key'> {
    return { key: record.item };
  }

  @Reference()
  @ResolveField(() => Application, { nullable: true, description: 'Its application at the competent city (办件)' })
  application(@Parent() { record }: Intake): Pick<Application, 'id'> | null {
    return record.application === null ? null : { id: record.application };
  }

  @ResolveField(() => String, { nullable: true, description: 'Error code for which it was returned (退回原因代码)' })
  returnCode(@Parent() { record }: Intake): string | null {
    return record.returnReason?.code ?? null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why it was returned (退回原因)',
  })
  returnReason(
    @Parent() { record }: Intake,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string | null {
    const { code, field, params } = record.returnReason ?? {};
    if (!code) return null;
    return describeError(new KuashiError(code, { field, params }), languageTag(language, requested)).message;
  }
}
