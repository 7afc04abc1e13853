import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { IsObject, IsOptional, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';

/** Longest credential that is looked at, in characters. */
const longestCredential = 100_000;

/** What the key binding of a presentation must say. */
@InputType({ description: 'What the key binding of a presentation must say: KB-JWT, RFC 9901 §4.3 (密钥绑定要求)' })
export class KeyBindingInput {
  @Field(() => String, { description: 'Whom it was made for: `aud` (受众)' })
  @MaxLength(2000)
  @MinLength(1)
  @IsString()
  audience!: string;

  @Field(() => String, { description: 'The nonce it answers; that it is used once is the asker’s to see to (随机数)' })
  @MaxLength(2000)
  @MinLength(1)
  @IsString()
  nonce!: string;
}

/** A credential to be verified: arguments of `verifyCredential`, and the body of `POST /registry/verify`. */
@ArgsType()
export class VerifyCredentialArgs {
  @Field(() => String, {
    description: 'SD-JWT VC, compact, with the disclosures shown and the KB-JWT if it is bound (签名凭证)',
  })
  @MaxLength(longestCredential)
  @IsString()
  credential!: string;

  @Field(() => KeyBindingInput, {
    nullable: true,
    description: 'Given: the presentation must be bound to it (密钥绑定要求)',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => KeyBindingInput)
  keyBinding?: KeyBindingInput;
}
