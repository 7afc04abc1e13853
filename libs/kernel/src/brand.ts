declare const brand: unique symbol;

/**
 * A value that only its parser can make: at run time the plain value, for the compiler a type of its own.
 * `Brand<string, 'DivisionCode'>` fits wherever a string is asked for, but no string fits where it is asked for.
 */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
