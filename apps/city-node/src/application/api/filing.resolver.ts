import { Mutation, Resolver } from '@nestjs/graphql';
import { type Caller, CurrentCaller, InputArgument, RolesMay } from '#libs/platform';
import { Owner } from '#libs/routing';
import { CorrectApplication } from '../use-case/correct-application.js';
import { SubmitApplication } from '../use-case/submit-application.js';
import { WithdrawApplication } from '../use-case/withdraw-application.js';
import { CorrectApplicationInput, SubmitApplicationInput, WithdrawApplicationInput } from './filing.inputs.js';
import { Application, presentApplication } from './application.model.js';

/** What applicants do. */
@Resolver(() => Application)
export class FilingResolver {
  constructor(
    private readonly submit: SubmitApplication,
    private readonly correct: CorrectApplication,
    private readonly withdraw: WithdrawApplication,
  ) {}

  @Owner('input.division')
  @RolesMay('citizen', 'legal-person', 'agent')
  @Mutation(() => Application, { nullable: true, description: 'Files an application online (申请)' })
  async submitApplication(
    @InputArgument() input: SubmitApplicationInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.submit.execute(caller, input));
  }

  @Owner('input.application')
  @RolesMay('citizen', 'legal-person', 'agent', 'window-clerk')
  @Mutation(() => Application, { nullable: true, description: 'Hands in what a correction notice asks for (补正)' })
  async correctApplication(
    @InputArgument() input: CorrectApplicationInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.correct.execute(caller, input));
  }

  @Owner('input.application')
  @RolesMay('citizen', 'legal-person', 'agent')
  @Mutation(() => Application, { nullable: true, description: 'Withdraws an application before it is decided (撤回)' })
  async withdrawApplication(
    @InputArgument() input: WithdrawApplicationInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.withdraw.execute(caller, input));
  }
}
