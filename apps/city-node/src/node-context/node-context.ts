import { createHmac } from 'node:crypto';
import {
  certificateNumberCode,
  type Clock,
  createId,
  type DivisionCode,
  type GlobalId,
  holderOf,
  type Holder,
  type HolderIdType,
  type IdKind,
  openNumber,
  type Random,
  sealNumber,
} from '#libs/kernel';
import type { Mode } from '#libs/platform';

/** What a node knows of itself from its settings. */
export interface NodeFacts {
  readonly division: DivisionCode;
  readonly mode: Mode;
  /** Address under which others reach this node, without a trailing slash. */
  readonly url: string;
  /** Address of the province's registry, as the node directory names it. */
  readonly registryUrl: string;
  readonly clock: Clock;
  readonly random: Random;
  /** The provincial key that makes holders. */
  readonly holderKey: Uint8Array;
}

/** The node as its features see it: who it is, what time it is, new ids, and holders from numbers. */
export class NodeContext {
  readonly division: DivisionCode;
  readonly mode: Mode;
  readonly url: string;
  readonly registryUrl: string;
  readonly clock: Clock;
  readonly random: Random;
  private readonly holderKey: Uint8Array;

  constructor(facts: NodeFacts) {
    this.division = facts.division;
    this.mode = facts.mode;
    this.url = facts.url;
    this.registryUrl = facts.registryUrl;
    this.clock = facts.clock;
    this.random = facts.random;
    this.holderKey = facts.holderKey;
  }

  /** The present instant. */
  now(): Date {
    return this.clock.now();
  }

  /** A new id of this node's. */
  newId(kind: IdKind): GlobalId {
    return createId(kind, this.division, this);
  }

  /** The holder of a number that was given in person (a window) or stands in the seeds. */
  holderOf(idType: HolderIdType, idNumber: string): Holder {
    return holderOf(this.holderKey, idType, idNumber);
  }

  /** Under what the register files a certificate's number (证照编号); null for a certificate without one. */
  numberCodeOf(type: string, number: unknown): string | null {
    return typeof number === 'string' && number !== '' ? certificateNumberCode(this.holderKey, type, number) : null;
  }

  /** A holder's number, sealed for the node that has to write it into a certificate. */
  sealNumber(holder: Holder, number: string): string {
    return sealNumber(this.holderKey, holder, number, this.random);
  }

  /** The number that was sealed for a holder; undefined when it was not. */
  openNumber(holder: Holder, sealed: string): string | undefined {
    return openNumber(this.holderKey, holder, sealed);
  }

  /** A digest that nobody without the provincial key can guess the text of: what is hashed may hold a person's number. */
  keyedDigest(text: string): string {
    return createHmac('sha256', this.holderKey).update(`digest:${text}`).digest('base64url');
  }

  /** How this node signs audit entries of its own doing. */
  get actor(): string {
    return `node:${this.division}`;
  }
}
