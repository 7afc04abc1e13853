import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AuthorityLevel } from '#libs/contract';
import { ConnectionOf } from '#libs/platform';
import { Lookup } from '#libs/routing';
import type { CertificateType as CertificateTypeRow, LocalizedName } from '#seeds';
import { enumName } from '../reference/index.js';

/** Who or what a kind of certificate is about (持证主体类别). */
export enum HolderKind {
  NATURAL_PERSON = 'NATURAL_PERSON',
  LEGAL_PERSON = 'LEGAL_PERSON',
  ASSET = 'ASSET',
}
registerEnumType(HolderKind, {
  name: 'HolderKind',
  description: 'Who or what a kind of certificate is about (持证主体类别)',
  valuesMap: {
    NATURAL_PERSON: { description: 'A natural person (自然人)' },
    LEGAL_PERSON: { description: 'A legal person (法人)' },
    ASSET: { description: 'A thing, with its owners (资产)' },
  },
});

/** A row of the certificate-type directory (证照类型). */
@Lookup({ field: 'certificateTypesByKeys', argument: 'keys', key: 'key' })
@ObjectType({ description: 'A kind of e-certificate (证照类型)' })
export class CertificateType {
  @Field(() => ID, { description: 'Key, e.g. `household-register` (证照类型键)' })
  key!: string;

  /** In three languages; the resolver answers one. */
  names!: LocalizedName;

  @Field(() => String, { description: 'Code of 21 characters (证照类型代码, GB/T 36904)' })
  code!: string;

  @Field(() => String, { description: 'Domain, e.g. `public-security` (业务领域)' })
  domain!: string;

  @Field(() => HolderKind, { description: 'Who or what it is about (持证主体类别)' })
  holderKind!: HolderKind;

  /** In Chinese; the resolver answers its name. */
  issuingDepartment!: string;

  /** In Chinese; the resolver answers its name. */
  category!: string;

  @Field(() => String, {
    description:
      'How long such a certificate is valid: `permanent`, `per-document`, or a span, e.g. `5years` (有效期规定)',
  })
  validity!: string;

  @Field(() => [String], { description: 'Names of its claims (照面字段)' })
  claims!: readonly string[];

  @Field(() => [String], {
    description: 'Those of the claims that are sensitive personal information (敏感个人信息字段)',
  })
  sensitiveClaims!: readonly string[];

  @Field(() => [String], { description: 'Those that a certificate has only if there is something to say (可选字段)' })
  optionalClaims!: readonly string[];

  @Field(() => String, { description: 'Level of assurance (可信等级)' })
  levelOfAssurance!: string;

  @Field(() => AuthorityLevel, { description: 'Level of its issuers (颁发机构层级)' })
  issuerLevel!: AuthorityLevel;

  @Field(() => Boolean, { description: 'Recognised everywhere from the national register (国家数据源)' })
  nationalSource!: boolean;

  @Field(() => String, { nullable: true, description: 'Number of its standard, where one was seen (工程标准编号)' })
  standardNo?: string;

  @Field(() => String, { description: 'Document the row comes from (来源文件)' })
  source!: string;

  @Field(() => String, { description: 'How sure the row is (来源可信度)' })
  sourceConfidence!: string;
}

/** A claim with its name. */
@ObjectType({ description: 'What a claim of certificates is called (照面字段名称)' })
export class ClaimName {
  @Field(() => String, { description: 'The claim as certificates write it, e.g. `holder_name` (照面字段)' })
  claim!: string;

  /** In three languages; the resolver answers one. */
  names!: LocalizedName;
}

/** A page of the certificate-type directory. */
@ObjectType({ description: 'A page of the certificate-type directory (证照类型目录分页)' })
export class CertificateTypeConnection extends ConnectionOf(CertificateType) {}

/** A row of the files as the API shows it. */
export function presentCertificateType(row: CertificateTypeRow): CertificateType {
  return {
    ...row,
    names: row.name,
    holderKind: HolderKind[enumName(row.holderKind) as keyof typeof HolderKind],
    issuerLevel: AuthorityLevel[enumName(row.issuerLevel) as keyof typeof AuthorityLevel],
  };
}
