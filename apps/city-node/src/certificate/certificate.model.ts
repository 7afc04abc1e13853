import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, JsonScalar, LocalDateScalar, Node } from '#libs/platform';

/** The register's status of a certificate. */
export enum CertificateState {
  VALID = 'VALID',
  SUSPENDED = 'SUSPENDED',
  LOST = 'LOST',
  REVOKED = 'REVOKED',
  CANCELLED = 'CANCELLED',
  SUPERSEDED = 'SUPERSEDED',
}
registerEnumType(CertificateState, {
  name: 'CertificateState',
  description: 'The register’s status of a certificate; expiry is a date, not a status (电子证照状态)',
  valuesMap: {
    VALID: { description: 'To be used (有效)' },
    SUSPENDED: { description: 'Suspended: not to be used until it is resumed (暂扣, 冻结)' },
    LOST: { description: 'Reported lost: not to be used until the loss is lifted (挂失)' },
    REVOKED: { description: 'Revoked, for good (吊销, 撤销)' },
    CANCELLED: { description: 'Cancelled, for good: what it certified has ended (注销)' },
    SUPERSEDED: { description: 'A later version took its place (被取代)' },
  },
});

/** A certificate of the register. */
@ObjectType({ implements: () => [Node], description: 'An e-certificate of the register (电子证照)' })
export class Certificate extends Node {
  @Field(() => String, { description: 'Certificate identifier (电子证照标识, GB/T 36904)' })
  identifier!: string;

  /** Key; the resolver answers the type. */
  typeKey!: string;

  /** Code of the issuing authority; the resolver answers the issuer. */
  authorityCode!: string;

  @Field(() => CertificateState, { description: 'Status (证照状态)' })
  status!: CertificateState;

  @Field(() => String, { nullable: true, description: 'Why it is not valid any more (状态原因)' })
  statusReason?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was issued (制证时间)' })
  issuedAt!: Date;

  @Field(() => LocalDateScalar, { description: 'First day of validity (有效期起)' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of validity; null: long-term (长期)' })
  validUntil?: string | null;

  @Field(() => Int, { description: 'Version: 1, 2, 3 … of the same serial (版本号)' })
  version!: number;

  @Field(() => String, { description: 'Serial, the same through all versions (流水号)' })
  serial!: string;

  @Field(() => ID, { nullable: true, description: 'The version that this one superseded (被替换的版本)' })
  replaces?: string | null;

  @Field(() => JsonScalar, { description: 'Its claims (照面信息)' })
  claims!: unknown;

  /** HMAC of the holder's number: for the policy, never answered. */
  holder!: string;

  /** The same of all owners where they were read with the page; absent: the resolver asks. */
  owners?: readonly string[];

  /** The signed form; the resolver answers it to the holder alone. */
  signedForm!: string;
}

/** A page of certificates. */
@ObjectType({ description: 'A page of certificates (电子证照分页)' })
export class CertificateConnection extends ConnectionOf(Certificate) {}
