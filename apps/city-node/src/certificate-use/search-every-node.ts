import { Injectable } from '@nestjs/common';
import { Exchange, type Purpose } from '#libs/exchange';
import type { DivisionCode, Holder } from '#libs/kernel';
import { NodeDirectory } from '#libs/platform';
import { type FoundCertificate, readFound } from './found-certificate.js';
import { questionTypes } from './questions.js';

/** What all nodes together hold of a holder, as far as they answered. */
export interface SearchResult {
  readonly certificates: readonly FoundCertificate[];
  /** Divisions of the nodes that did not answer, or not so that it could be read. */
  readonly unavailable: readonly DivisionCode[];
}

/** Milliseconds a node has for its answer: a slow city costs its part, not the whole. */
const patience = 1500;

/** Asks every node of the directory at once which certificates a holder has, by signed questions bound to a purpose. */
@Injectable()
export class SearchEveryNode {
  constructor(
    private readonly exchange: Exchange,
    private readonly directory: NodeDirectory,
  ) {}

  async execute(holder: Holder, types: readonly string[], purpose: Purpose): Promise<SearchResult> {
    if (types.length === 0) return { certificates: [], unavailable: [] };
    const question = { purpose, payload: { holder, types } };
    const nodes = this.directory.everyNode().map(({ division }) => division);
    const answers = await Promise.allSettled(
      nodes.map(async (city) => {
        const answer = await this.exchange.ask(city, questionTypes.search, question, { timeoutMs: patience });
        return readFound(answer, { city, types });
      }),
    );
    return {
      certificates: answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])),
      unavailable: nodes.filter((_, place) => answers[place]?.status === 'rejected'),
    };
  }
}
