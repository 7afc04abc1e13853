import { Injectable } from '@nestjs/common';
import { KuashiError, parseDivisionCode, type DivisionCode } from '#libs/kernel';
import { NodeDirectory } from '#libs/platform';
import type { ServiceItem } from '#seeds';
import { assertFilingAllowed, judgeFiling, windowMode, type OfferedMaterial } from '../application/index.js';
import { Catalogue } from '../catalogue/index.js';
import { NodeContext } from '../node-context/index.js';
import { identify, type Identified, type PersonAtWindow } from '../person/index.js';
import type { ListedMaterial } from './intake-record.entity.js';

/** What a clerk takes in. */
export interface PapersAtWindow {
  readonly window: string;
  readonly division: string;
  readonly item: string;
  readonly applicant: PersonAtWindow;
  readonly agent?: PersonAtWindow;
  readonly materials: readonly OfferedMaterial[];
}

/** Papers that this window may take, as far as it can know. */
export interface PreparedIntake {
  readonly competentDivision: DivisionCode;
  readonly competentCity: DivisionCode;
  readonly applicant: Identified;
  readonly agent?: Identified;
  readonly materials: readonly ListedMaterial[];
}

/**
 * The formal check at the window: who is it, is the item known, may this window take it, are the papers complete. By the
 * common catalogue alone, so that it works while the competent city is down; that city judges again when it confirms.
 */
@Injectable()
export class PrepareIntake {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly directory: NodeDirectory,
    private readonly node: NodeContext,
  ) {}

  /** @throws the errors of persons, place, item, mode and materials, with their fields */
  execute(papers: PapersAtWindow): PreparedIntake {
    const { competentDivision, competentCity } = this.place(papers.division);
    const applicant = identify(papers.applicant, this.node, 'input.applicant');
    const agent = papers.agent && identify(papers.agent, this.node, 'input.agent');
    const item = this.catalogue.item(papers.item, 'input.item');
    const inPerson = competentCity === this.node.division;
    this.assertWindowTakes(papers.window, item, inPerson);
    const offering = { modes: item.modes };
    const mode = windowMode(offering, inPerson);
    assertFilingAllowed({
      item,
      implementation: offering,
      mode,
      applicantKind: applicant.kind,
      byAgent: Boolean(agent),
      inPerson,
    });
    return { competentDivision, competentCity, applicant, agent, materials: this.judge(item, applicant, papers) };
  }

  private place(text: string): Pick<PreparedIntake, 'competentDivision' | 'competentCity'> {
    const competentDivision = parseDivisionCode(text, 'input.division');
    const competentCity = this.directory.nodeOf(competentDivision)?.division;
    if (competentCity) return { competentDivision, competentCity };
    throw new KuashiError('DIVISION_UNKNOWN', { field: 'input.division', params: { division: text } });
  }

  private assertWindowTakes(id: string, item: ServiceItem, inPerson: boolean): void {
    const { services, crossCity } = this.catalogue.window(id, 'input.window');
    if (!inPerson && !crossCity)
      throw new KuashiError('MODE_NOT_OFFERED', { field: 'input.window', params: { mode: 'REMOTE_INTAKE' } });
    if (services.includes('*') || services.includes(item.domain)) return;
    throw new KuashiError('ITEM_NOT_OFFERED', { field: 'input.item', params: { item: item.key, division: id } });
  }

  private judge(
    item: ServiceItem,
    applicant: Identified,
    { materials: offered }: PapersAtWindow,
  ): readonly ListedMaterial[] {
    const judged = judgeFiling({
      requirements: item.materials,
      applicantKind: applicant.kind,
      offered,
      atWindow: true,
      field: 'input.materials',
    });
    return judged.map(({ requirement, form }) => ({ requirement: requirement.key, form }));
  }
}
