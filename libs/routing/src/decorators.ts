import { Directive } from '@nestjs/graphql';
import { type MergeKind } from './directives.js';

/** Attaches to a query, mutation, subscription, resolved field or property. */
type FieldDecorator = MethodDecorator & PropertyDecorator;

/**
 * The field goes to the node that owns the value of an argument: a global ID (`app_430200_01J…`), a division code
 * (a county's goes to its city) or a 22-digit number that begins with a division.
 *
 * @param argument the argument's name, or a path into an input object: `input.division`
 */
export const Owner = (argument: string): FieldDecorator => Directive(`@owner(argument: ${JSON.stringify(argument)})`);

/**
 * The field goes to every node (or to those in its optional argument `cities`) and the parts are merged.
 * On a field of an object type the gateway finds the object on each node through the type's `@Lookup`.
 */
export const EveryCity = ({ merge }: { merge: MergeKind }): FieldDecorator => Directive(`@everyCity(merge: ${merge})`);

/** The root field belongs to the province's registry. */
export const Registry = (): FieldDecorator => Directive('@registry');

/** The field's object lives elsewhere: answer its key, the gateway fetches what else the caller selected. */
export const Reference = (): FieldDecorator => Directive('@reference');

/**
 * The root field answers every caller alike. It is asked without the caller's token; identical questions in flight
 * share one answer.
 *
 * @param maxAge seconds that the answer may be kept
 */
export const Public = ({ maxAge }: { maxAge: number }): FieldDecorator => Directive(`@public(maxAge: ${maxAge})`);

/**
 * Names the root field of this program that finds objects of the type by key: `field(argument: [key]): [Type]!`,
 * one element for each key, in the same order, null for a key that is not known. Types with an `id` need no lookup:
 * they are found by `nodes(ids:)`.
 */
export const Lookup = ({ field, argument, key }: LookupRoute): ClassDecorator =>
  Directive(`@lookup(field: "${field}", argument: "${argument}", key: "${key}")`);

/** Only the gateway calls this root field: the public schema does not show it. */
export const Internal = (): FieldDecorator => Directive('@internal');

/** How objects of a type are found by their keys. */
export interface LookupRoute {
  /** root query field, `nodes` */
  readonly field: string;
  /** its list argument, `ids` */
  readonly argument: string;
  /** the key field of the type, `id` */
  readonly key: string;
}
