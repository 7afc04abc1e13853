import { type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { type LookupRoute } from '../decorators.js';
import { type Source } from '../contract/contract.js';
import { type RequestBounds } from './bounds.js';
import { type KeySource } from './key-source.js';

/** One printed sub-document with what must accompany it. */
export interface SubDocument {
  readonly text: string;
  /** `{"query":"…"`: the beginning of the request body, already JSON */
  readonly bodyHead: string;
  /** the whole body when there are no variables */
  readonly wholeBody: string;
  /** the caller's variables that the text uses */
  readonly variables: readonly string[];
}

/** Edges as a node is asked for them. */
export interface EdgesAsked {
  readonly alias: string;
  /** `{"MARK":"`: the bytes with which each edge begins, before its cursor */
  readonly head: Uint8Array;
}

/** A field of a connection, in the order the caller selected them. */
export type ConnectionField =
  | (EdgesAsked & { readonly kind: 'edges'; readonly key: string; readonly cursorKeys: readonly string[] })
  | {
      readonly kind: 'pageInfo';
      readonly key: string;
      readonly fields: readonly { readonly key: string; readonly name: string }[];
      readonly typeName: string;
    }
  | { readonly kind: 'totalCount' | 'unavailableCities' | 'typeName'; readonly key: string };

/** How the parts of several cities become one value. */
export type MergePlan =
  { readonly kind: 'LIST'; readonly nullable: boolean } | { readonly kind: 'SUM' } | ConnectionPlan;

/** What is asked and answered of a connection. The sub-document asks by the aliases; the caller sees the keys. */
export interface ConnectionPlan {
  readonly kind: 'CONNECTION';
  readonly typeName: string;
  readonly first: KeySource;
  readonly after: KeySource;
  /** variable that carries each city's own cursor */
  readonly afterVariable: string;
  readonly fields: readonly ConnectionField[];
  readonly totalAlias: string;
  readonly pageAlias: string;
  /** every list of edges that is asked for */
  readonly lists: readonly EdgesAsked[];
  /** the one by which the page is cut: the first selected, or asked for that purpose only */
  readonly cut?: EdgesAsked;
}

/** Who is asked for the objects of a hop. */
export interface HopPlan {
  readonly index: number;
  readonly kind: 'reference' | 'everyCity';
  readonly source: Source;
  /** the field as the schema names it, `Type.field` */
  readonly coordinate: string;
  /** type of the objects looked up */
  readonly typeName: string;
  readonly responseKey: string;
  readonly lookup: LookupRoute;
  readonly document: SubDocument;
  /** as of a step */
  readonly maxAge?: number;
  /** an object without members is one of another type: the key did not name what the contract says */
  readonly emptyIsNull: boolean;
  /** everyCity only */
  readonly merge?: MergePlan;
  readonly cities?: KeySource;
  readonly level: number;
}

interface StepBase {
  readonly responseKey: string;
  readonly fieldName: string;
}

/** One root field that a node or the registry answers. */
export type RemoteStep = StepBase & {
  readonly document: SubDocument;
  /** its hops among those of the plan */
  readonly hops: { readonly from: number; readonly to: number };
  /** seconds its answer may be kept, which is the same for everybody; undefined when it is the caller's own */
  readonly maxAge?: number;
} & (
    | { readonly kind: 'registry' }
    | { readonly kind: 'owner'; readonly argument: string; readonly key: KeySource }
    | { readonly kind: 'everyCity'; readonly merge: MergePlan; readonly cities?: KeySource }
  );

/** Neighbouring root fields that the gateway answers itself. */
export interface LocalStep {
  readonly kind: 'local';
  readonly fields: readonly { readonly responseKey: string; readonly name: string }[];
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
}

/** One step of a plan: asked of a node, or answered by the gateway itself. */
export type Step = RemoteStep | LocalStep;

/** How one operation of a document is answered. Names no node: a new city invalidates nothing. */
export interface Plan {
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly steps: readonly Step[];
  readonly hops: readonly HopPlan[];
  /** seconds the whole answer may be kept by whoever asked; undefined when any of it is the caller's own */
  readonly maxAge?: number;
  /** what is checked of each request before anything is asked */
  readonly bounds: RequestBounds;
}
