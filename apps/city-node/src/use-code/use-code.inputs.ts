import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { parseDivisionCode, parseId } from '#libs/kernel';
import { DivisionCodeScalar, ParsedBy } from '#libs/platform';
import { lifetimes } from './code-rules.js';

@InputType({ description: 'A one-time code that a holder wants to show (亮证)' })
export class CreateUseCodeInput {
  @Field(() => ID, { description: 'The certificate (电子证照)' })
  @ParsedBy((text, field) => parseId(text, 'certificate', field))
  certificate!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The item it is shown for; absent: it may be looked at, no more (事项)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  item?: string;

  @Field(() => Int, {
    defaultValue: lifetimes.usual,
    description: `Seconds until it expires, ${lifetimes.shortest} to ${lifetimes.longest} (有效秒数)`,
  })
  @IsInt()
  @Min(lifetimes.shortest)
  @Max(lifetimes.longest)
  lifetimeSeconds: number = lifetimes.usual;
}

@InputType({ description: 'A code that a clerk has scanned (扫码用证)' })
export class RedeemUseCodeInput {
  @Field(() => String, { description: 'What was scanned (用证码)' })
  @IsString()
  @MaxLength(100)
  code!: string;

  @Field(() => DivisionCodeScalar, { description: 'The city the clerk works for, or a county of it (行政区划代码)' })
  @ParsedBy((text, field) => parseDivisionCode(text, field))
  division!: string;

  @Field(() => ID, { nullable: true, description: 'The item; absent: the certificate is only looked at (事项)' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  item?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Key of the item’s material; absent: the first that takes the certificate (材料)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  material?: string;

  @Field(() => ID, { nullable: true, description: 'An application of this city, if there is one (办件)' })
  @IsOptional()
  @ParsedBy((text, field) => parseId(text, 'application', field))
  application?: string;
}
