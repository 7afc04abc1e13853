import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { UseChannel } from '#libs/exchange';
import { DateTimeScalar, JsonScalar } from '#libs/platform';
import { Authority } from '../catalogue/index.js';
import { CertificateUseChannel } from './certificate-use.model.js';
import type { VerifiedPresentation } from './presentation.js';

/** A certificate as its user gets it: verified, with no more claims than the use needs. */
@ObjectType({
  description: 'A certificate as its user gets it: verified live, with no more claims than the use needs (用证结果)',
})
export class PresentedCertificate {
  /** Keys; the resolver answers references. */
  typeKey!: string;
  itemKey!: string;

  @Field(() => ID, { description: 'ID of the use, the same in the holder’s record (用证记录)' })
  use!: string;

  @Field(() => CertificateUseChannel, { description: 'How it came to be used (用证方式)' })
  channel!: UseChannel;

  @Field(() => String, { description: 'Identifier of the certificate (电子证照标识)' })
  identifier!: string;

  @Field(() => Authority, { description: 'Who issued it (颁发机构)' })
  issuer!: Authority;

  @Field(() => JsonScalar, { description: 'The claims that were disclosed (披露字段)' })
  claims!: unknown;

  @Field(() => DateTimeScalar, { nullable: true, description: 'First instant of validity (有效期起)' })
  validFrom!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'First instant after validity; null: long-term (长期)' })
  validUntil!: Date | null;

  @Field(() => ID, { description: 'The case or the scan it was used for (业务流水号)' })
  caseReference!: string;

  @Field(() => String, { nullable: true, description: 'The owner’s signed receipt (用证回执)' })
  receipt!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was verified (核验时间)' })
  checkedAt!: Date;
}

/** What a presentation was for. */
export interface PresentationPurpose {
  readonly channel: UseChannel;
  readonly item: string;
  readonly caseReference: string;
}

/** A verified presentation as the API shows it. */
export function presentPresentation(
  presented: VerifiedPresentation,
  { channel, item, caseReference }: PresentationPurpose,
): PresentedCertificate {
  const { use, identifier, type, issuer, claims, validFrom, validUntil, receipt, checkedAt } = presented;
  return Object.assign(new PresentedCertificate(), {
    ...{ use, channel, identifier, claims, caseReference, receipt, checkedAt },
    ...{ typeKey: type, itemKey: item },
    issuer: { code: issuer.authority, names: issuer.name, division: issuer.division },
    validFrom: validFrom === null ? null : new Date(validFrom),
    validUntil: validUntil === null ? null : new Date(validUntil),
  });
}
