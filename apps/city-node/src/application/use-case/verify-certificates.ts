import { Injectable } from '@nestjs/common';
import { AuditLog } from '#libs/exchange';
import { KuashiError } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { Catalogue } from '../../catalogue/index.js';
import { RequestPresentation } from '../../certificate-use/index.js';
import { NodeContext } from '../../node-context/index.js';
import { ApplicationRecord } from '../record/application-record.entity.js';
import { MaterialRecord } from '../record/material-record.entity.js';
import { presentationOf } from '../record/material-row.js';
import { MaterialStatus } from '../rules/material-rules.js';

type Finding = Pick<MaterialRecord, 'status' | 'reason' | 'presentation' | 'checkedAt'>;

/**
 * Asks for the certificates that a window took in: the handover is applied inside a unit of work, where no other node
 * can be asked. What fails is marked with its reason for the acceptance clerk, who requests a correction; what cannot
 * be asked now is asked again.
 */
@Injectable()
export class VerifyCertificates {
  constructor(
    private readonly database: Database,
    private readonly requestPresentation: RequestPresentation,
    private readonly catalogue: Catalogue,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /** @returns how many were verified or failed for good */
  async execute(): Promise<number> {
    const open = await this.open();
    let settled = 0;
    for (const material of open) {
      const finding = await this.ask(material);
      await this.keep(material, finding);
      if (finding.status !== MaterialStatus.UNVERIFIED) settled += 1;
    }
    return settled;
  }

  /** Those of cases that are not settled: nobody is asked for a case that is over. */
  private open(): Promise<MaterialRecord[]> {
    const materials = this.database.reads.createQueryBuilder(MaterialRecord, 'm');
    return materials
      .innerJoin(ApplicationRecord, 'a', 'a.id = m.application')
      .where('m.status = :status AND a.outcome IS NULL', { status: MaterialStatus.UNVERIFIED })
      .getMany();
  }

  private async ask(material: MaterialRecord): Promise<Finding> {
    try {
      const presented = await this.present(material);
      const { VERIFIED: status } = MaterialStatus;
      return { status, reason: null, presentation: presentationOf(presented), checkedAt: presented.checkedAt };
    } catch (error) {
      if (!(error instanceof KuashiError)) throw error;
      // A source that cannot be asked says nothing about the certificate.
      const status = error.status >= 500 ? MaterialStatus.UNVERIFIED : MaterialStatus.FAILED;
      return { status, reason: error.code, presentation: null, checkedAt: this.node.now() };
    }
  }

  private async present({ application, requirement, certificate }: MaterialRecord) {
    const filed = await this.database.reads.findOneByOrFail(ApplicationRecord, { id: application });
    return this.requestPresentation.execute({
      certificate: certificate ?? '',
      holder: filed.applicant,
      material: this.catalogue.material(filed.item, requirement),
      item: filed.item,
      caseReference: application,
      authority: filed.authority,
    });
  }

  /** Unless a correction has put another material in its place meanwhile. */
  private async keep(
    { application, requirement, certificate, reason }: MaterialRecord,
    finding: Finding,
  ): Promise<void> {
    const { status, reason: now } = finding;
    if (status === MaterialStatus.UNVERIFIED && now === reason) return;
    await this.database.unitOfWork.run(async (tx) => {
      const same = { application, requirement, certificate: certificate ?? '', status: MaterialStatus.UNVERIFIED };
      const { affected } = await tx.update(MaterialRecord, same, finding);
      if (!affected) return;
      const details = { requirement, status, reason: now ?? '' };
      await this.audit.append(tx, {
        actor: this.node.actor,
        action: 'application.check-material',
        subject: application,
        details,
      });
    });
  }
}
