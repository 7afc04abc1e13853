import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#libs/persistence';
import { Catalogue } from '../catalogue/index.js';
import { NodeContext } from '../node-context/index.js';
import type { PresentationRequest, VerifiedPresentation } from './presentation.js';
import { RecordUse } from './record-use.js';

/** Remembers at the side of the user that a certificate was used. */
@Injectable()
export class TakeUse {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordUse: RecordUse,
    private readonly catalogue: Catalogue,
    private readonly node: NodeContext,
  ) {}

  async execute(request: PresentationRequest, presentation: VerifiedPresentation, purpose: string): Promise<void> {
    const { certificate, identifier, type, use, claims, checkedAt } = presentation;
    const { holder, item, caseReference, authority } = request;
    const row = {
      ...{ id: use, certificate, identifier, type, holder, item, caseReference, purpose },
      side: 'TAKEN' as const,
      verifierDivision: this.node.division,
      verifierAuthority: authority,
      verifierName: this.catalogue.authority(authority).name,
      claims: Object.keys(claims).sort(),
      usedAt: checkedAt,
    };
    await this.unitOfWork.run((tx) => this.recordUse.execute(tx, row));
  }
}
