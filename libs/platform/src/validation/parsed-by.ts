import { ValidateBy, type ValidationOptions } from 'class-validator';

/** A parser of the kernel: takes the text and the field's path, throws a KuashiError of its own. */
export type TextParser = (text: string, field?: string) => unknown;

const parserKey = 'kuashi:parser';

/**
 * The property must be text the parser takes; the parser's error (CHECK_CHARACTER_WRONG, ID_OF_OTHER_TYPE …) is the answer.
 * The value stays text. `@ParsedBy((text, field) => parseId(text, 'application', field)) application: string`
 */
export function ParsedBy(parse: TextParser, options?: ValidationOptions): PropertyDecorator {
  const validate = ValidateBy({ name: 'parsedBy', validator: { validate: (value) => takes(parse, value) } }, options);
  return (target, property) => {
    Reflect.defineMetadata(parserKey, parse, target, property);
    validate(target, property);
  };
}

/** The parser of a property, if it has one. */
export function parserOf(target: object, property: string): TextParser | undefined {
  return Reflect.getMetadata(parserKey, target, property) as TextParser | undefined;
}

function takes(parse: TextParser, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    parse(value);
    return true;
  } catch {
    return false;
  }
}
