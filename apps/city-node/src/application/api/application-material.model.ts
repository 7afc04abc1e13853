import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, JsonScalar } from '#libs/platform';
import type { LocalizedName } from '#seeds';
import type { MaterialRecord } from '../record/material-record.entity.js';
import { MaterialForm, MaterialStatus } from '../rules/material-rules.js';

/** A file that was handed in. */
@ObjectType({ description: 'A file that was handed in: what it is called and what it hashes to (电子文件)' })
export class ScannedDocument {
  @Field(() => String, { description: 'File name (文件名)' })
  name!: string;

  @Field(() => String, { description: 'Media type, e.g. `application/pdf` (文件类型)' })
  mediaType!: string;

  @Field(() => String, { description: 'SHA-256 of the bytes, hexadecimal (文件摘要)' })
  sha256!: string;

  @Field(() => Int, { description: 'Bytes (文件大小)' })
  size!: number;
}

/** A material of a case. */
@ObjectType({ description: 'A material of a case (材料)' })
export class ApplicationMaterial {
  @Field(() => ID, { description: 'Key of the item’s requirement (材料键)' })
  requirement!: string;

  /** In three languages; the resolver answers one. */
  names!: LocalizedName;

  @Field(() => MaterialForm, { description: 'In which form it was handed in (材料形式)' })
  form!: MaterialForm;

  @Field(() => MaterialStatus, { description: 'How far it has got (材料状态)' })
  status!: MaterialStatus;

  @Field(() => String, { nullable: true, description: 'Error code of the certificate’s check (未通过原因代码)' })
  reason?: string | null;

  /** ID; the resolver answers the certificate. */
  certificateId?: string | null;

  @Field(() => ScannedDocument, { nullable: true, description: 'The file (电子文件)' })
  document?: ScannedDocument | null;

  @Field(() => String, { nullable: true, description: 'The declaration (声明)' })
  declaration?: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The claims that the certificate disclosed, for officers and the applicant (披露字段)',
  })
  claims?: unknown;

  @Field(() => ID, { nullable: true, description: 'The use in the holder’s record (用证留痕)' })
  use?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the certificate was checked (核验时间)' })
  checkedAt?: Date | null;
}

/** A row as the API shows it. */
export function presentMaterial(record: MaterialRecord, names: LocalizedName): ApplicationMaterial {
  const { certificate, presentation, ...rest } = record;
  return {
    ...rest,
    names,
    certificateId: certificate,
    claims: presentation?.claims ?? null,
    use: presentation?.use ?? null,
  };
}
