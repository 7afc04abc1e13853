import { Mutation, Resolver } from '@nestjs/graphql';
import { type Caller, CurrentCaller, InputArgument, RolesMay, SignedIn } from '#libs/platform';
import { Owner } from '#libs/routing';
import { PresentedCertificate, presentPresentation } from '../certificate-use/index.js';
import { qrCodeOf } from '../qr-code/index.js';
import { CreateUseCode } from './create-use-code.js';
import { redeemingRoles } from './policies.js';
import { RedeemUseCode } from './redeem-use-code.js';
import { CreateUseCodeInput, RedeemUseCodeInput } from './use-code.inputs.js';
import { UseCode } from './use-code.model.js';

@Resolver(() => UseCode)
export class UseCodeResolver {
  constructor(
    private readonly create: CreateUseCode,
    private readonly redeem: RedeemUseCode,
  ) {}

  @Owner('input.certificate')
  @SignedIn()
  @Mutation(() => UseCode, { nullable: true, description: 'Makes a one-time code for an own certificate (亮证)' })
  async createUseCode(@InputArgument() input: CreateUseCodeInput, @CurrentCaller() caller: Caller): Promise<UseCode> {
    const made = await this.create.execute(caller, input);
    return { ...made, qrCode: await qrCodeOf(made.code) };
  }

  @Owner('input.division')
  @RolesMay(...redeemingRoles)
  @Mutation(() => PresentedCertificate, {
    nullable: true,
    description: 'Uses the certificate that a holder shows by a code, once (扫码用证)',
  })
  async redeemUseCode(
    @InputArgument() input: RedeemUseCodeInput,
    @CurrentCaller() caller: Caller,
  ): Promise<PresentedCertificate> {
    const redeemed = await this.redeem.execute(caller, input);
    return presentPresentation(redeemed, { ...redeemed, channel: 'USE_CODE' });
  }
}
