import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsOptional, Max, Min } from 'class-validator';
import { parseId } from '#libs/kernel';
import { DateTimeScalar, ParsedBy } from '#libs/platform';

/** By which grant a wallet redeems an offer. */
export enum OfferGrant {
  PRE_AUTHORIZED_CODE = 'PRE_AUTHORIZED_CODE',
  AUTHORIZATION_CODE = 'AUTHORIZATION_CODE',
}
registerEnumType(OfferGrant, {
  name: 'OfferGrant',
  description: 'By which grant a wallet redeems an offer (授权方式)',
  valuesMap: {
    PRE_AUTHORIZED_CODE: { description: 'The offer itself carries a code (预授权码)' },
    AUTHORIZATION_CODE: { description: 'The holder logs in once more, in the wallet (授权码)' },
  },
});

/** What a holder asks for. */
@InputType({ description: 'An offer of one of the caller’s certificates to a wallet (发证邀约)' })
export class OfferCredentialInput {
  @Field(() => ID, { description: 'The certificate (证照)' })
  @ParsedBy((text, field) => parseId(text, 'certificate', field))
  certificate!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the wallet must ask for a code that is shown beside the QR code (交易码)',
  })
  @IsBoolean()
  transactionCode: boolean = false;

  @Field(() => OfferGrant, { defaultValue: OfferGrant.PRE_AUTHORIZED_CODE, description: 'The grant (授权方式)' })
  @IsEnum(OfferGrant)
  grant: OfferGrant = OfferGrant.PRE_AUTHORIZED_CODE;

  @Field(() => Int, {
    nullable: true,
    description: 'How long it can be taken up, 60 to 600 seconds; 300 unless set (有效秒数)',
  })
  @IsOptional()
  @IsInt()
  @Min(60)
  @Max(600)
  lifetimeSeconds?: number | null;
}

/** An offer as its holder sees it. */
@ObjectType({ description: 'An offer of a certificate to a wallet, by OpenID4VCI 1.0 (发证邀约)' })
export class CredentialOffer {
  @Field(() => ID, { description: 'Its ID (邀约标识)' })
  id!: string;

  @Field(() => String, { description: 'What opens a wallet: openid-credential-offer://… (唤起钱包的链接)' })
  uri!: string;

  @Field(() => String, { description: 'Where the wallet fetches the offer (邀约地址)' })
  offerUri!: string;

  @Field(() => String, { nullable: true, description: 'The code that the wallet asks for; told here only (交易码)' })
  transactionCode?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it ends (失效时间)' })
  expiresAt!: Date;
}
