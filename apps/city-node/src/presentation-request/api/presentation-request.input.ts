import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { parseId } from '#libs/kernel';
import { DivisionCodeScalar, ParsedBy } from '#libs/platform';
import { RepeatableInput } from '../../repeatable/index.js';
import type { PresentationFlow, ResponseMode } from '../record/presentation-request.entity.js';
import { limits } from '../rules/limits.js';
import { PresentationFlowKind, PresentationResponseMode } from './presentation-request.vocabulary.js';

const { shortest, usual, longest } = limits.lifetimeSeconds;

/** What a wallet shall be asked for. */
@InputType({ description: 'What a wallet shall be asked for (出示请求)' })
export class RequestPresentationInput extends RepeatableInput {
  @Field(() => ID, { description: 'Service item key: what the certificates are for (事项)' })
  @IsString()
  @MaxLength(100)
  item!: string;

  @Field(() => DivisionCodeScalar, { description: 'The city or county whose authority handles the item (属地)' })
  @IsString()
  division!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Keys of materials; absent: everything the applicant’s own wallet can show (材料)',
  })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(limits.materials)
  @IsString({ each: true })
  materials?: string[];

  @Field(() => ID, { nullable: true, description: 'The application it is for, if there is one already (办件)' })
  @IsOptional()
  @ParsedBy((text, field) => parseId(text, 'application', field))
  application?: string;

  @Field(() => PresentationResponseMode, {
    defaultValue: 'DIRECT_POST_JWT',
    description: 'How the wallet answers (应答方式)',
  })
  @IsEnum(PresentationResponseMode)
  responseMode: ResponseMode = 'DIRECT_POST_JWT';

  @Field(() => PresentationFlowKind, { defaultValue: 'CROSS_DEVICE', description: 'Where the wallet is (出示方式)' })
  @IsEnum(PresentationFlowKind)
  flow: PresentationFlow = 'CROSS_DEVICE';

  @Field(() => String, {
    nullable: true,
    description:
      'Where the wallet returns to (SAME_DEVICE only): a loopback address, or https on the node’s list (返回地址)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  redirectUri?: string;

  @Field(() => Int, {
    defaultValue: usual,
    description: `Seconds it can be answered, ${shortest} to ${longest} (有效秒数)`,
  })
  @IsInt()
  @Min(shortest)
  @Max(longest)
  lifetimeSeconds: number = usual;
}
