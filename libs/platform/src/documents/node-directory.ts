import { cityOf, isDivisionCode, type DivisionCode } from '#libs/kernel';
import type { JWK } from 'jose';
import type { PublishedDocument } from './published-document.js';

/** `typ` of the signed node directory. */
export const directoryTyp = 'kuashi-directory+jwt';

/** One node: the program that holds a city's (or the province's) records. */
export interface DirectoryNode {
  /** The division it serves, e.g. 430100; its keys are the division's. */
  readonly division: DivisionCode;
  readonly kind: 'city' | 'province';
  readonly name: { readonly zhHans: string; readonly zhHant: string; readonly en: string };
  /** Address other programs call it at. */
  readonly url: string;
  /** Codes of the counties it also serves. */
  readonly divisions: readonly DivisionCode[];
  /** Public keys its messages are signed with. */
  readonly keys: readonly JWK[];
}

/** The signed document: every node, and the registry. */
export interface DirectoryDocument {
  readonly iss: string;
  readonly iat: number;
  readonly nodes: readonly DirectoryNode[];
  /** Its address, and the version of what it publishes: what was kept of an earlier one holds no more. */
  readonly registry: { readonly url: string; readonly version?: string };
}

/** The nodes by division. A new version of the document takes effect at the next question. */
export class NodeDirectory {
  #indexed: DirectoryDocument | undefined;
  #byDivision = new Map<string, DirectoryNode>();

  /** @param document anything that has the document as it now stands, such as a `PublishedDocument`. */
  constructor(private readonly document: Pick<PublishedDocument<DirectoryDocument>, 'current'>) {}

  /** The node that serves a division: its own code or a county listed under it. */
  nodeOf(division: string): DirectoryNode | undefined {
    return this.#index().get(division);
  }

  /** The city nodes, in the order of the directory. */
  cities(): readonly DirectoryNode[] {
    return this.everyNode().filter((node) => node.kind === 'city');
  }

  /** City nodes and the province's node. */
  everyNode(): readonly DirectoryNode[] {
    return this.document.current.nodes;
  }

  /** Where the registry answers. */
  get registry(): { readonly url: string } {
    return this.document.current.registry;
  }

  /** The city a division belongs to, if a node serves it. */
  cityServing(division: string): DivisionCode | undefined {
    return (
      this.nodeOf(division)?.division ??
      (isDivisionCode(division) ? this.nodeOf(cityOf(division))?.division : undefined)
    );
  }

  #index(): Map<string, DirectoryNode> {
    const current = this.document.current;
    if (current !== this.#indexed) {
      this.#byDivision = new Map(
        current.nodes.flatMap((node) => [node.division, ...node.divisions].map((code) => [code, node] as const)),
      );
      this.#indexed = current;
    }
    return this.#byDivision;
  }
}
