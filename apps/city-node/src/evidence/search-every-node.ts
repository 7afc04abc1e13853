import { Injectable } from '@nestjs/common';
import { Exchange } from '#libs/exchange';
import { createUlid, type DivisionCode, type Holder } from '#libs/kernel';
import { NodeDirectory } from '#libs/platform';
import { type FoundCertificate, questionTypes } from '../certificate-use/index.js';
import { NodeContext } from '../node-context/index.js';

/** What all nodes together hold of a holder, as far as they answered. */
export interface SearchResult {
  readonly certificates: readonly FoundCertificate[];
  /** Divisions of the nodes that did not answer. */
  readonly unavailable: readonly DivisionCode[];
}

/** Milliseconds a node has for its answer: a slow city costs its part, not the whole. */
const patience = 1500;

/** Asks every node of the directory at once which certificates a holder has, by signed questions bound to the item. */
@Injectable()
export class SearchEveryNode {
  constructor(
    private readonly exchange: Exchange,
    private readonly directory: NodeDirectory,
    private readonly node: NodeContext,
  ) {}

  async execute(holder: Holder, types: readonly string[], item: string): Promise<SearchResult> {
    if (types.length === 0) return { certificates: [], unavailable: [] };
    const caseReference = `evidence_${this.node.division}_${createUlid(this.node)}`;
    const purpose = { item, caseReference, basis: 'evidence' };
    const question = { purpose, payload: { holder, types } };
    const nodes = this.directory.everyNode().map(({ division }) => division);
    const answers = await Promise.allSettled(
      nodes.map((division) => this.exchange.ask(division, questionTypes.search, question, { timeoutMs: patience })),
    );
    return {
      certificates: answers.flatMap((answer) => (answer.status === 'fulfilled' ? foundIn(answer.value) : [])),
      unavailable: nodes.filter((_, place) => answers[place]?.status === 'rejected'),
    };
  }
}

function foundIn({ certificates }: Record<string, unknown>): FoundCertificate[] {
  return Array.isArray(certificates) ? (certificates as FoundCertificate[]) : [];
}
