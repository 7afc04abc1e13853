import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type UseChannel, useChannels } from '#libs/exchange';
import { ConnectionOf, DateTimeScalar, Node } from '#libs/platform';
import { Authority } from '../catalogue/index.js';
import type { CertificateUseRecord, UseResult } from './certificate-use.entity.js';

/** How a certificate came to be used, as a GraphQL enum. */
export const CertificateUseChannel = Object.fromEntries(useChannels.map((channel) => [channel, channel])) as {
  [Channel in UseChannel]: Channel;
};
registerEnumType(CertificateUseChannel, {
  name: 'CertificateUseChannel',
  description: 'How a certificate came to be used (用证方式)',
  valuesMap: {
    CASE: { description: 'Its holder filed a case with it (持证人用证)' },
    USE_CODE: { description: 'Its holder showed a one-time code (亮证, 扫码用证)' },
    FUNCTION: { description: 'An authority used it in the exercise of duty (依职能用证)' },
    MANDATE: { description: 'An agent used it under a mandate (委托授权用证)' },
    WALLET: { description: 'It was presented from a wallet (钱包出示)' },
  },
});

/** What a use came to. */
export enum CertificateUseResult {
  PRESENTED = 'PRESENTED',
  SHOWN = 'SHOWN',
  VERIFIED = 'VERIFIED',
}
registerEnumType(CertificateUseResult, {
  name: 'CertificateUseResult',
  description: 'What a use came to (用证结果)',
  valuesMap: {
    PRESENTED: { description: 'Claims were disclosed (已披露)' },
    SHOWN: { description: 'It was looked at: kind, holder, validity (已亮证)' },
    VERIFIED: { description: 'The user’s node found it valid (已核验)' },
  },
});

/** One use of a certificate on one occasion. */
@ObjectType({ implements: () => [Node], description: 'One use of a certificate on one occasion (用证留痕)' })
export class CertificateUse extends Node {
  /** IDs and keys; the resolver answers references. */
  certificateId!: string;
  typeKey!: string;
  itemKey!: string;

  @Field(() => String, { description: 'Identifier of the certificate with the version that was used (电子证照标识)' })
  identifier!: string;

  @Field(() => ID, { description: 'The case: an application, or a scan at a window (业务流水号)' })
  caseReference!: string;

  @Field(() => String, { description: 'Purpose: `application`, `display`, or a mandate (用证事由)' })
  purpose!: string;

  @Field(() => Authority, { description: 'Who used it (用证方)' })
  verifier!: Authority;

  @Field(() => [String], { description: 'Names of the claims that were disclosed (披露字段)' })
  claims!: readonly string[];

  @Field(() => CertificateUseChannel, { description: 'How it came to be used (用证方式)' })
  channel!: UseChannel;

  @Field(() => CertificateUseResult, {
    nullable: true,
    description: 'What it came to; null: older than this field (用证结果)',
  })
  result!: UseResult | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who acted for the verifier, an opaque subject; null: nobody (用证人员)',
  })
  clerk!: string | null;

  @Field(() => String, { nullable: true, description: 'The role in which (角色)' })
  clerkRole!: string | null;

  @Field(() => String, { nullable: true, description: 'Legal basis of a use by function (法律依据)' })
  legalBasis!: string | null;

  @Field(() => ID, { nullable: true, description: 'The mandate of an agent (委托书)' })
  mandate!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The mandate of an agent, under its former name (委托书)',
    deprecationReason: 'Fields that hold an ID are called after what it names; use `mandate`.',
  })
  mandateId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Receipt signed by the node that owns the certificate, a JWS to be verified with the node directory (用证回执)',
  })
  receipt!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was used (用证时间)' })
  usedAt!: Date;
}

/** A page of uses. */
@ObjectType({ description: 'A page of uses (用证记录分页)' })
export class CertificateUseConnection extends ConnectionOf(CertificateUse) {}

/** A record as the API shows it. */
export function presentUse(record: CertificateUseRecord): CertificateUse {
  const { id, identifier, caseReference, purpose, claims, usedAt } = record;
  const { channel, result, clerk, clerkRole, legalBasis, receipt } = record;
  return Object.assign(new CertificateUse(), {
    ...{ id, identifier, caseReference, purpose, claims, usedAt },
    ...{ channel, result, clerk, clerkRole, legalBasis, receipt },
    ...{ mandate: record.mandate, mandateId: record.mandate },
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
