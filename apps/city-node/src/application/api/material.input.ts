import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { parseId } from '#libs/kernel';
import { ParsedBy } from '#libs/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** Largest file: 50 MiB. */
const largestFile = 52_428_800;

@InputType({ description: 'A file: what it is called and what it hashes to (电子文件)' })
export class DocumentInput {
  @Field(() => String, { description: 'File name (文件名)' })
  @IsString()
  @MaxLength(200)
  name!: string;

  @Field(() => String, { description: 'Media type: a PDF or an image (文件类型)' })
  @Matches(/^(application\/pdf|image\/(png|jpeg|tiff))$/)
  mediaType!: string;

  @Field(() => String, { description: 'SHA-256 of the bytes, 64 hexadecimal digits in lower case (文件摘要)' })
  @Matches(/^[0-9a-f]{64}$/)
  sha256!: string;

  @Field(() => Int, { description: 'Bytes (文件大小)' })
  @IsInt()
  @Min(1)
  @Max(largestFile)
  size!: number;
}

@InputType({ description: 'A material as it is handed in: the requirement it is for, and exactly one form (材料)' })
export class MaterialInput {
  @Field(() => ID, { description: 'Key of the item’s requirement (材料键)' })
  @IsString()
  @MaxLength(100)
  requirement!: string;

  @Field(() => ID, { nullable: true, description: 'An e-certificate, by its ID (电子证照)' })
  @IsOptional()
  @ParsedBy((text, field) => parseId(text, 'certificate', field))
  certificate?: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Mandates by which the other owners of a thing agree; with a certificate, online only (共有人同意)',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @ParsedBy((text, field) => parseId(text, 'mandate', field), { each: true })
  agreements?: string[];

  @Field(() => DocumentInput, { nullable: true, description: 'A file (电子文件)' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DocumentInput)
  document?: DocumentInput;

  @Field(() => Boolean, { nullable: true, description: 'Shown on paper; at a window only (纸质)' })
  @IsOptional()
  @IsBoolean()
  paper?: boolean;

  @Field(() => String, { nullable: true, description: 'A declaration (声明)' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  declaration?: string;

  @Field(() => Boolean, { nullable: true, description: 'A commitment in place of the material (告知承诺)' })
  @IsOptional()
  @IsBoolean()
  committed?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'To be handed in later (容缺)' })
  @IsOptional()
  @IsBoolean()
  deferred?: boolean;
}
