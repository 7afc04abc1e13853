import { type DocumentNode } from 'graphql';
import { measureDocument, type Measured } from '#libs/kernel';
import { type RoutingLimits } from '../limits.js';

/** The limit a document breaks, with its value. */
export interface BrokenLimit {
  readonly what: keyof RoutingLimits;
  readonly limit: number;
}

/** The first limit that the document breaks, before anything costly is done with it. */
export function brokenLimit(document: DocumentNode, limits: RoutingLimits): BrokenLimit | undefined {
  const measured = measureDocument(document);
  const what = (Object.keys(measured) as (keyof Measured)[]).find((name) => measured[name] > limits[name]);
  return what && { what, limit: limits[what] };
}
