import { applyDecorators } from '@nestjs/common';
import { Field } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, ValidateNested } from 'class-validator';
import { DeliveryMethod } from '../rules/vocabulary.js';
import { MaterialInput } from './material.input.js';

/** The materials of an input, each checked by itself (材料). */
export const MaterialsField = (description: string): PropertyDecorator =>
  applyDecorators(
    Field(() => [MaterialInput], { description }),
    IsArray(),
    ArrayMaxSize(50),
    ValidateNested({ each: true }),
    Type(() => MaterialInput),
  );

/** How the applicant wants the result; electronically unless said otherwise (送达方式). */
export const DeliveryField = (): PropertyDecorator =>
  applyDecorators(
    Field(() => DeliveryMethod, {
      defaultValue: DeliveryMethod.ELECTRONIC,
      description: 'How the result is delivered (送达方式)',
    }),
    IsEnum(DeliveryMethod),
  );
