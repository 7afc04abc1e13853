import { Injectable } from '@nestjs/common';
import type { DivisionCode } from '#libs/kernel';
import { NodeDirectory } from '#libs/platform';
import type { MaterialRequirement } from '#seeds';
import { Catalogue } from '../catalogue/index.js';
import { covers, forApplication, levelForData } from '../certificate-use/index.js';
import { NodeContext } from '../node-context/index.js';
import { addCounts, type PaperFreeCount, paperFreeCount } from './paper-free-share.js';

/** Levels of authorities whose kinds one place issues for all cities. */
const issuedOnce: ReadonlySet<string> = new Set(['provincial', 'national']);

/**
 * Says of the catalogue, whoever applies, which materials this city needs no paper for. A kind of certificate serves a
 * material when the city may receive its data for the item from wherever it is issued: a holder may come from any city.
 */
@Injectable()
export class CountPaperFree {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly directory: NodeDirectory,
    private readonly node: NodeContext,
  ) {}

  /** Of one item. @throws ITEM_UNKNOWN */
  ofItem(key: string): PaperFreeCount {
    return paperFreeCount(this.catalogue.item(key).materials, (material) => this.isServed(key, material));
  }

  /** Of every item that this node's authorities carry out, each item once. */
  ofCatalogue(): PaperFreeCount {
    return addCounts(this.catalogue.offeredItems().map((key) => this.ofItem(key)));
  }

  private isServed(item: string, { anyOf }: MaterialRequirement): boolean {
    return anyOf.some((type) => this.placesOf(type).every((issuing) => this.isRecognised(type, issuing, item)));
  }

  private isRecognised(type: string, issuing: DivisionCode, item: string): boolean {
    const question = { type, issuing, item, purpose: forApplication };
    return covers(this.catalogue.recognition(question, this.node.now()).level, levelForData);
  }

  /** Divisions of the nodes that issue a type. */
  private placesOf(type: string): readonly DivisionCode[] {
    const { issuerLevel } = this.catalogue.certificateType(type);
    const kind = issuedOnce.has(issuerLevel) ? 'province' : 'city';
    return this.directory
      .everyNode()
      .filter((node) => node.kind === kind)
      .map(({ division }) => division);
  }
}
