import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, CurrentCaller, InputArgument, SignedIn } from '#libs/platform';
import { Owner } from '#libs/routing';
import { svgQrCodeOf } from '../../qr-code/index.js';
import { OfferCredential } from './offer-credential.js';
import { CredentialOffer, OfferCredentialInput } from './offer.model.js';

@Resolver(() => CredentialOffer)
export class CredentialOfferResolver {
  constructor(private readonly offer: OfferCredential) {}

  @Owner('input.certificate')
  @SignedIn()
  @Mutation(() => CredentialOffer, {
    nullable: true,
    description: 'Offers one of the caller’s certificates to a wallet (领取到钱包)',
  })
  async offerCredential(
    @InputArgument() input: OfferCredentialInput,
    @CurrentCaller() caller: Caller,
  ): Promise<CredentialOffer> {
    const made = await this.offer.execute(caller, input);
    return { ...made, uri: `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(made.offerUri)}` };
  }

  @ResolveField(() => String, { description: 'The link as a QR code, SVG (二维码)' })
  qrCode(@Parent() { uri }: CredentialOffer): Promise<string> {
    return svgQrCodeOf(uri);
  }
}
