import { Mutation, Resolver } from '@nestjs/graphql';
import { type Caller, CurrentCaller, InputArgument, RolesMay } from '#libs/platform';
import { Owner } from '#libs/routing';
import { PresentedCertificate, presentPresentation } from '../certificate-use/index.js';
import { functionRoles } from './find-case.js';
import { UseCertificateByFunctionInput } from './use-by-function.inputs.js';
import { UseCertificateByFunction } from './use-certificate-by-function.js';

@Resolver(() => PresentedCertificate)
export class UseByFunctionResolver {
  constructor(private readonly useByFunction: UseCertificateByFunction) {}

  @Owner('input.application')
  @RolesMay(...functionRoles)
  @Mutation(() => PresentedCertificate, {
    nullable: true,
    description: 'Uses a certificate for a case without its holder’s doing, on a legal basis (依职能用证)',
  })
  async useCertificateByFunction(
    @InputArgument() input: UseCertificateByFunctionInput,
    @CurrentCaller() caller: Caller,
  ): Promise<PresentedCertificate> {
    const used = await this.useByFunction.execute(caller, input);
    const { item, application: caseReference } = input;
    return presentPresentation(used, { channel: 'FUNCTION', item, caseReference });
  }
}
