import { Injectable } from '@nestjs/common';
import { certificateTypeUri } from '#libs/credential';
import { cityOf, type DivisionCode, KuashiError } from '#libs/kernel';
import type { MaterialRequirement, ServiceItem } from '#seeds';
import type { HolderKind } from '../../person/index.js';
import { Catalogue } from '../../catalogue/index.js';
import { covers, levelForData } from '../../certificate-use/index.js';
import { NodeContext } from '../../node-context/index.js';
import { TrustedIssuers } from '../../trusted-issuers/index.js';
import { askCredentials, isOfApplicant, isShownByWallet } from '../rules/ask-credentials.js';
import type { AskedCredential } from '../rules/asked-credential.js';

/** What shall be asked for. */
export interface PlannedRequest {
  readonly item: string;
  /** Keys of materials; absent: everything the applicant's own wallet can show. */
  readonly materials?: readonly string[];
  /** Absent: as the item is meant for. */
  readonly applicantKind?: HolderKind;
}

/** Says what a wallet is asked for an item in this city: the materials, their kinds of certificate, their claims. */
@Injectable()
export class PlanRequest {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly issuers: TrustedIssuers,
    private readonly node: NodeContext,
  ) {}

  /** @throws ITEM_UNKNOWN, MATERIAL_UNKNOWN, BAD_INPUT, NOTHING_TO_PRESENT, NODE_UNREACHABLE without a trust list */
  async execute(request: PlannedRequest): Promise<AskedCredential[]> {
    const item = this.catalogue.item(request.item, 'input.item');
    const materials = request.materials ? this.named(item, request.materials) : ownMaterials(item, request);
    const recognised = await this.recognisedTypes(item.key);
    const asked = askCredentials(materials, {
      typeOf: (key) => this.catalogue.certificateType(key),
      vctOf: (key) => certificateTypeUri(this.node.registryUrl, key),
      recognises: (key) => recognised.has(key),
    });
    if (asked.length > 0) return asked;
    throw new KuashiError('NOTHING_TO_PRESENT', { field: 'input.item', params: { item: item.key } });
  }

  private named(item: ServiceItem, keys: readonly string[]): MaterialRequirement[] {
    return [...new Set(keys)].map((key, place) => {
      const field = `input.materials.${place}`;
      const material = this.catalogue.material(item.key, key, field);
      if (isShownByWallet(material)) return material;
      throw new KuashiError('BAD_INPUT', {
        field,
        params: { constraint: 'isShownByWallet', reason: 'is no material that a certificate serves' },
      });
    });
  }

  /** The kinds of which a certificate of at least one trusted issuer would be taken here for the item. */
  private async recognisedTypes(item: string): Promise<ReadonlySet<string>> {
    const { content } = await this.issuers.list();
    const at = this.node.now();
    const takes = (type: string, division: string): boolean => {
      const use = { type, issuing: cityOf(division as DivisionCode), item, purpose: 'application' };
      return covers(this.catalogue.recognition(use, at).level, levelForData);
    };
    const useful = new Set(this.catalogue.item(item).materials.flatMap(({ anyOf }) => anyOf));
    return new Set(
      content.issuers.flatMap(({ types, division }) =>
        types.filter((type) => useful.has(type) && takes(type, division)),
      ),
    );
  }
}

function ownMaterials(item: ServiceItem, { applicantKind = kindOf(item) }: PlannedRequest): MaterialRequirement[] {
  return item.materials.filter(
    (material) =>
      isShownByWallet(material) &&
      isOfApplicant(material) &&
      (material.applicantKind === 'both' || material.applicantKind === applicantKind),
  );
}

const kindOf = ({ audience }: ServiceItem): HolderKind => (audience === 'legal-person' ? audience : 'natural-person');
