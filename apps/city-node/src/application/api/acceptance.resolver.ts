import { Mutation, Resolver } from '@nestjs/graphql';
import { type Caller, CurrentCaller, InputArgument, RolesMay } from '#libs/platform';
import { Owner } from '#libs/routing';
import { AcceptApplication } from '../use-case/accept-application.js';
import { RefuseAcceptance } from '../use-case/refuse-acceptance.js';
import { RequestCorrection } from '../use-case/request-correction.js';
import { ReturnApplication } from '../use-case/return-application.js';
import {
  AcceptApplicationInput,
  RefuseAcceptanceInput,
  RequestCorrectionInput,
  ReturnApplicationInput,
} from './acceptance.inputs.js';
import { Application, presentApplication } from './application.model.js';

/** What acceptance clerks do. */
@Resolver(() => Application)
export class AcceptanceResolver {
  constructor(
    private readonly accept: AcceptApplication,
    private readonly correction: RequestCorrection,
    private readonly refuse: RefuseAcceptance,
    private readonly giveBack: ReturnApplication,
  ) {}

  @Owner('input.application')
  @RolesMay('acceptance-clerk')
  @Mutation(() => Application, { nullable: true, description: 'Accepts an application: the clocks start (受理)' })
  async acceptApplication(
    @InputArgument() input: AcceptApplicationInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.accept.execute(caller, input));
  }

  @Owner('input.application')
  @RolesMay('acceptance-clerk')
  @Mutation(() => Application, {
    nullable: true,
    description: 'Requests corrections, once, everything at once (补正告知)',
  })
  async requestCorrection(
    @InputArgument() input: RequestCorrectionInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.correction.execute(caller, input));
  }

  @Owner('input.application')
  @RolesMay('acceptance-clerk')
  @Mutation(() => Application, {
    nullable: true,
    description: 'Refuses acceptance, with reasons and remedy (不予受理)',
  })
  async refuseAcceptance(
    @InputArgument() input: RefuseAcceptanceInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.refuse.execute(caller, input));
  }

  @Owner('input.application')
  @RolesMay('acceptance-clerk')
  @Mutation(() => Application, { nullable: true, description: 'Sends an application back (退件)' })
  async returnApplication(
    @InputArgument() input: ReturnApplicationInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.giveBack.execute(caller, input));
  }
}
