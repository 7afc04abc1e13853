import { Mutation, Resolver } from '@nestjs/graphql';
import { type Caller, CurrentCaller, InputArgument, RolesMay } from '#libs/platform';
import { Owner } from '#libs/routing';
import { CertifyApplication } from '../use-case/certify-application.js';
import { DecideApplication } from '../use-case/decide-application.js';
import { DeliverApplication } from '../use-case/deliver-application.js';
import { TerminateApplication } from '../use-case/terminate-application.js';
import {
  DecideApplicationInput,
  DeliverApplicationInput,
  IssueCertificateInput,
  TerminateApplicationInput,
} from './decision.inputs.js';
import { Application, presentApplication } from './application.model.js';

/** What ends a case. */
@Resolver(() => Application)
export class DecisionResolver {
  constructor(
    private readonly decide: DecideApplication,
    private readonly certify: CertifyApplication,
    private readonly deliver: DeliverApplication,
    private readonly terminate: TerminateApplication,
  ) {}

  @Owner('input.application')
  @RolesMay('decider')
  @Mutation(() => Application, { nullable: true, description: 'Grants or refuses (决定)' })
  async decideApplication(
    @InputArgument() input: DecideApplicationInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.decide.execute(caller, input));
  }

  @Owner('input.application')
  @RolesMay('issuing-officer')
  @Mutation(() => Application, {
    nullable: true,
    description: 'Issues the certificate of a granted application (制证)',
  })
  async issueCertificate(
    @InputArgument() input: IssueCertificateInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.certify.execute(caller, input));
  }

  @Owner('input.application')
  @RolesMay('acceptance-clerk', 'window-clerk')
  @Mutation(() => Application, { nullable: true, description: 'Delivers by post or at a window (送达)' })
  async deliverApplication(
    @InputArgument() input: DeliverApplicationInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.deliver.execute(caller, input));
  }

  @Owner('input.application')
  @RolesMay('supervisor')
  @Mutation(() => Application, { nullable: true, description: 'Terminates an application before it is decided (终止)' })
  async terminateApplication(
    @InputArgument() input: TerminateApplicationInput,
    @CurrentCaller() caller: Caller,
  ): Promise<Application> {
    return presentApplication(await this.terminate.execute(caller, input));
  }
}
