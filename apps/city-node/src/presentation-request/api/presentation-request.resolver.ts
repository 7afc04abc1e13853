import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { VerificationCheck } from '#libs/contract';
import { describeReason, type Reason } from '#libs/credential';
import { type Language, parseId } from '#libs/kernel';
import {
  type Caller,
  CurrentCaller,
  IdArgument,
  InputArgument,
  LanguageArgs,
  languageTag,
  RequestLanguage,
  RolesMay,
  SignedIn,
} from '#libs/platform';
import { Owner, Reference } from '#libs/routing';
import { CertificateType, ServiceItem } from '../../catalogue/index.js';
import { Certificate } from '../../certificate/index.js';
import { svgQrCodeOf } from '../../qr-code/index.js';
import { FindRequests } from '../use-case/find-requests.js';
import { OpenRequest } from '../use-case/open-request.js';
import { PresentRequest } from './present-request.js';
import { RequestPresentationInput } from './presentation-request.input.js';
import { PresentationRequest, PresentedCredential } from './presentation-request.model.js';

/** Certificates out of a wallet: asking for them, and reading what came. */
@Resolver(() => PresentationRequest)
export class PresentationRequestResolver {
  constructor(
    private readonly open: OpenRequest,
    private readonly found: FindRequests,
    private readonly present: PresentRequest,
  ) {}

  @Owner('input.division')
  @RolesMay('citizen', 'legal-person', 'agent', 'window-clerk')
  @Mutation(() => PresentationRequest, {
    nullable: true,
    description: 'Asks for an item’s certificates out of the applicant’s wallet (出示请求, OpenID4VP)',
  })
  async requestPresentation(
    @InputArgument() input: RequestPresentationInput,
    @CurrentCaller() caller: Caller,
  ): Promise<PresentationRequest> {
    const { record, withheld } = await this.found.visible(await this.open.execute(caller, input), caller);
    return this.present.execute(record, withheld);
  }

  @Owner('id')
  @SignedIn()
  @Query(() => PresentationRequest, {
    nullable: true,
    description: 'A request for a presentation, for its requester alone (出示请求)',
  })
  async presentationRequest(
    @IdArgument('request', '出示请求') id: string,
    @Args('responseCode', {
      type: () => String,
      nullable: true,
      description: 'What the wallet came back with (返回码)',
    })
    responseCode: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<PresentationRequest> {
    parseId(id, 'presentationRequest', 'id');
    const { record, withheld } = await this.found.visible(id, caller, responseCode);
    return this.present.execute(record, withheld);
  }

  @ResolveField(() => String, { description: 'The address as a QR code, SVG (二维码)' })
  qrCode(@Parent() { uri }: PresentationRequest): Promise<string> {
    return svgQrCodeOf(uri);
  }

  @Reference()
  @ResolveField(() => ServiceItem, { nullable: true, description: 'The item (政务服务事项)' })
  item(@Parent() { itemKey }: PresentationRequest): ServiceItem {
    return { key: itemKey };
  }
}

/** What stands behind the keys of a presented certificate. */
@Resolver(() => PresentedCredential)
export class PresentedCredentialResolver {
  @Reference()
  @ResolveField(() => CertificateType, { nullable: true, description: 'Its kind (证照类型)' })
  type(@Parent() { typeKey }: PresentedCredential): CertificateType | null {
    return typeKey === undefined ? null : { key: typeKey };
  }

  @Reference()
  @ResolveField(() => Certificate, { nullable: true, description: 'The certificate, for its holder (电子证照)' })
  certificate(@Parent() { certificateId }: PresentedCredential): Pick<Certificate, 'id'> | null {
    return certificateId === undefined ? null : { id: certificateId };
  }
}

/** The lines of a report in words. */
@Resolver(() => VerificationCheck)
export class PresentationCheckResolver {
  @ResolveField(() => String, { description: 'The reason in words (原因说明)' })
  text(
    @Parent() { reason }: VerificationCheck,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return describeReason(reason as Reason, languageTag(language, requested));
  }
}
