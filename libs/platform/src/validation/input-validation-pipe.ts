import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import * as classTransformer from 'class-transformer';
import * as classValidator from 'class-validator';
import type { ValidationError } from 'class-validator';
import { nullAsAbsent } from './null-as-absent.js';
import { parserOf } from './parsed-by.js';

/** The validation failed; the pipe knows the argument's name, so the error is finished there. */
class InputFault extends Error {
  constructor(readonly faults: readonly ValidationError[]) {
    super('input fault');
  }
}

/** Turns inputs into their classes and checks them; the first fault becomes BAD_INPUT (or the parser's own error) with its path. */
export class InputValidationPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      forbidUnknownValues: false,
      stopAtFirstError: true,
      validationError: { target: true, value: true },
      exceptionFactory: (faults) => new InputFault(faults),
      validatorPackage: classValidator,
      transformerPackage: classTransformer,
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      const input: unknown = await super.transform(value, metadata);
      // What is no input (a parent object, the context) belongs to somebody else and is left as it is.
      return metadata.type === 'custom' ? input : nullAsAbsent(input);
    } catch (fault) {
      const first = fault instanceof InputFault ? fault.faults[0] : undefined;
      if (first === undefined) throw fault;
      throw inputError(first, metadata.data === undefined ? [] : [metadata.data]);
    }
  }
}

function inputError(fault: ValidationError, above: readonly string[]): KuashiError {
  const path = [...above, fault.property];
  const child = fault.children?.[0];
  if (child !== undefined) return inputError(child, path);
  const field = path.join('.');
  return parserError(fault, field) ?? badInput(fault, field);
}

/** The error of the parser the property names (`@ParsedBy`): it says more than "wrong form". */
function parserError(fault: ValidationError, field: string): KuashiError | undefined {
  const parse = fault.target === undefined ? undefined : parserOf(fault.target, fault.property);
  if (parse === undefined) return undefined;
  const values: unknown[] = Array.isArray(fault.value) ? fault.value : [fault.value];
  const errors = values.map((value, index) => {
    const place = Array.isArray(fault.value) ? `${field}.${index}` : field;
    return typeof value === 'string' ? errorOf(() => parse(value, place)) : undefined;
  });
  return errors.find((error) => error !== undefined);
}

function errorOf(attempt: () => unknown): KuashiError | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return error instanceof KuashiError ? error : undefined;
  }
}

function badInput(fault: ValidationError, field: string): KuashiError {
  const [constraint, reason] = Object.entries(fault.constraints ?? {})[0] ?? ['unknown', 'is not accepted'];
  const limit = limitOf(fault, constraint);
  const params = { constraint, reason, ...(limit === undefined ? {} : { limit }) };
  return new KuashiError('BAD_INPUT', { field, params });
}

/** The bound of the failed constraint (`@Max(100)` → 100), for its message. */
function limitOf(fault: ValidationError, constraint: string): string | undefined {
  const target = fault.target?.constructor;
  if (target === undefined) return undefined;
  const rules = classValidator.getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  const rule = rules.find((candidate) => candidate.propertyName === fault.property && candidate.name === constraint);
  const bound: unknown = rule?.constraints?.[0];
  return Array.isArray(bound) ? bound.join(', ') : textOf(bound);
}

function textOf(bound: unknown): string | undefined {
  return typeof bound === 'number' || typeof bound === 'string' ? String(bound) : undefined;
}
