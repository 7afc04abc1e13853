import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, JsonScalar } from '#libs/platform';
import type { LocalizedName } from '#seeds';
import type { MaterialRecord } from '../record/material-record.entity.js';
import { MaterialForm, MaterialStatus } from '../rules/material-rules.js';

/** A file that was handed in. */
@ObjectType({ description: 'A file that was handed in: what it is called and what it hashes to' })
export class ScannedDocument {
  @Field(() => String, { description: 'File name' })
  name!: string;

  @Field(() => String, { description: 'Media type, e.g. `application/pdf`' })
  mediaType!: string;

  @Field(() => String, { description: 'SHA-256 of the bytes, hexadecimal' })
  sha256!: string;

  @Field(() => Int, { description: 'Bytes' })
  size!: number;
}

/** A material of a case. */
@ObjectType({ description: 'A material of a case (材料)' })
export class ApplicationMaterial {
  @Field(() => ID, { description: 'Key of the item’s requirement' })
  requirement!: string;

  /** In three languages; the resolver answers one. */
  names!: LocalizedName;

  @Field(() => MaterialForm, { description: 'In which form it was handed in' })
  form!: MaterialForm;

  @Field(() => MaterialStatus, { description: 'How far it has got' })
  status!: MaterialStatus;

  @Field(() => String, { nullable: true, description: 'Error code of the certificate’s check' })
  reason?: string | null;

  /** ID; the resolver answers the certificate. */
  certificateId?: string | null;

  @Field(() => ScannedDocument, { nullable: true, description: 'The file' })
  document?: ScannedDocument | null;

  @Field(() => String, { nullable: true, description: 'The declaration (声明)' })
  declaration?: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The claims that the certificate disclosed, for officers and the applicant',
  })
  claims?: unknown;

  @Field(() => ID, { nullable: true, description: 'The use in the holder’s record (用证留痕)' })
  use?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the certificate was checked' })
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
