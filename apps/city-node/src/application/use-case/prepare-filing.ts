import { Injectable } from '@nestjs/common';
import { parseDivisionCode } from '#libs/kernel';
import type { Implementation, ServiceItem } from '#seeds';
import { Catalogue } from '../../catalogue/index.js';
import { assertFilingAllowed, type Filing } from '../rules/filing-rules.js';
import { judgeFiling, type JudgedMaterial, type OfferedMaterial } from '../rules/material-rules.js';

/** What somebody wants to file, as it came in. */
export interface FilingRequest extends Omit<Filing, 'item' | 'implementation' | 'mode'> {
  /** Service item key */
  readonly item: string;
  /** The city, or the county for items that counties decide */
  readonly division: string;
  /** How it is filed; may depend on what the implementation offers. */
  readonly mode: (implementation: Implementation) => Filing['mode'];
  readonly materials: readonly OfferedMaterial[];
  /** Whether a clerk has the papers in hand. */
  readonly atWindow: boolean;
}

/** A filing that the rules allow, its materials in their places. */
export interface PreparedFiling {
  readonly item: ServiceItem;
  readonly implementation: Implementation;
  readonly mode: Filing['mode'];
  readonly materials: readonly JudgedMaterial[];
}

/** Holds a filing against the catalogue and the rules; touches nothing. */
@Injectable()
export class PrepareFiling {
  constructor(private readonly catalogue: Catalogue) {}

  /** @throws the errors of item, place, mode, applicant and materials, with their fields */
  execute(request: FilingRequest): PreparedFiling {
    const { materials: offered, applicantKind, byAgent, inPerson, atWindow } = request;
    const division = parseDivisionCode(request.division, 'input.division');
    const item = this.catalogue.item(request.item, 'input.item');
    const implementation = this.catalogue.implementation(item.key, division, 'input.division');
    const mode = request.mode(implementation);
    assertFilingAllowed({ item, implementation, mode, applicantKind, byAgent, inPerson });
    const offer = { requirements: item.materials, applicantKind, offered, atWindow, field: 'input.materials' };
    const materials = judgeFiling(offer);
    return { item, implementation, mode, materials };
  }
}
