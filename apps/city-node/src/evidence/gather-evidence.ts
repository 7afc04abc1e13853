import { Injectable } from '@nestjs/common';
import { createUlid, type DivisionCode, KuashiError, localDateOf, ownerOfId } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { MaterialRequirement } from '#seeds';
import { Catalogue } from '../catalogue/index.js';
import { type FoundCertificate, SearchEveryNode } from '../certificate-use/index.js';
import { NodeContext } from '../node-context/index.js';
import { type AssessedMaterial, assessMaterial, servedByOwnCertificates } from './assess-material.js';

/** Which materials of an item a caller's certificates satisfy in this city. */
export interface GatheredEvidence {
  readonly item: string;
  readonly city: DivisionCode;
  readonly materials: readonly AssessedMaterial[];
  readonly unavailable: readonly DivisionCode[];
}

/** Gathers for the caller what the certificates of every city prove for an item in this city (免证办). */
@Injectable()
export class GatherEvidence {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly search: SearchEveryNode,
    private readonly node: NodeContext,
  ) {}

  /** @throws ITEM_UNKNOWN, FORBIDDEN when the caller is no holder */
  async execute(key: string, { holder, holderKind }: Caller): Promise<GatheredEvidence> {
    const item = this.catalogue.item(key);
    if (!holder) throw new KuashiError('FORBIDDEN');
    const materials = item.materials.filter(
      ({ applicantKind }) => applicantKind === 'both' || applicantKind === holderKind,
    );
    const types = new Set(materials.filter(servedByOwnCertificates).flatMap(({ anyOf }) => anyOf));
    const caseReference = `evidence_${this.node.division}_${createUlid(this.node)}`;
    const purpose = { item: key, caseReference, basis: 'evidence' };
    const { certificates, unavailable } = await this.search.execute(holder, [...types], purpose);
    return {
      item: key,
      city: this.node.division,
      unavailable,
      materials: this.assess(key, materials, { certificates, complete: unavailable.length === 0 }),
    };
  }

  private assess(
    item: string,
    materials: readonly MaterialRequirement[],
    found: { certificates: readonly FoundCertificate[]; complete: boolean },
  ): AssessedMaterial[] {
    const at = this.node.now();
    const levelOf = ({ id, type }: FoundCertificate) => {
      const issuing = ownerOfId(id) ?? this.node.division;
      return this.catalogue.recognition({ type, issuing, item, purpose: 'application' }, at).level;
    };
    return materials.map((material) => assessMaterial(material, { ...found, levelOf, today: localDateOf(at) }));
  }
}
