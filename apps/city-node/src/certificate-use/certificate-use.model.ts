import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '#libs/platform';
import { Authority } from '../catalogue/index.js';
import type { CertificateUseRecord } from './certificate-use.entity.js';

/** One use of a certificate in one case. */
@ObjectType({ implements: () => [Node], description: 'One use of a certificate in one case (用证留痕)' })
export class CertificateUse extends Node {
  /** IDs and keys; the resolver answers references. */
  certificateId!: string;
  typeKey!: string;
  itemKey!: string;

  @Field(() => String, { description: 'Identifier of the certificate with the version that was used (电子证照标识)' })
  identifier!: string;

  @Field(() => ID, { description: 'The case: an application' })
  caseReference!: string;

  @Field(() => String, { description: 'Purpose: `application`, or a mandate (用证事由)' })
  purpose!: string;

  @Field(() => Authority, { description: 'Who used it (用证方)' })
  verifier!: Authority;

  @Field(() => [String], { description: 'Names of the claims that were disclosed (披露字段)' })
  claims!: readonly string[];

  @Field(() => DateTimeScalar, { description: 'When' })
  usedAt!: Date;
}

/** A page of uses. */
@ObjectType({ description: 'A page of uses' })
export class CertificateUseConnection extends ConnectionOf(CertificateUse) {}

/** A record as the API shows it. */
export function presentUse(record: CertificateUseRecord): CertificateUse {
  const { id, identifier, caseReference, purpose, claims, usedAt } = record;
  return Object.assign(new CertificateUse(), {
    ...{ id, identifier, caseReference, purpose, claims, usedAt },
    certificateId: record.certificate,
    typeKey: record.type,
    itemKey: record.item,
    verifier: {
      code: record.verifierAuthority,
      names: record.verifierName,
      division: record.verifierDivision,
    },
  });
}
