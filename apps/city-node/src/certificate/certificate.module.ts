import { Module, type OnModuleInit } from '@nestjs/common';
import { idPrefixes } from '#libs/kernel';
import { NodeLookup, NodeLookupModule } from '../node-lookup/index.js';
import { RunOnce } from '../repeatable/index.js';
import { certificateResolvers } from './certificate-resolvers.js';
import { FindCertificates } from './find-certificates.js';
import { certificateIssue, IssueCertificate, SignCertificate } from './issue/index.js';
import { presentRecord } from './present-record.js';
import { SeedCertificates } from './seed-certificates.js';
import { SetCertificateStatus } from './set-certificate-status.js';
import { certificateSteps } from './steps/index.js';
import { StatusListController, StatusListPublisher, StatusLists } from './status/index.js';

const useCases = [...certificateIssue, SetCertificateStatus, SeedCertificates, RunOnce, ...certificateSteps];

@Module({
  imports: [NodeLookupModule],
  controllers: [StatusListController],
  providers: [...useCases, FindCertificates, StatusLists, StatusListPublisher, ...certificateResolvers],
  exports: [IssueCertificate, FindCertificates, SetCertificateStatus, SeedCertificates, SignCertificate],
})
export class CertificateModule implements OnModuleInit {
  constructor(
    private readonly lookup: NodeLookup,
    private readonly certificates: FindCertificates,
  ) {}

  onModuleInit(): void {
    this.lookup.register(idPrefixes.certificate, async (ids, caller) => {
      const records = await this.certificates.readableOf(ids, caller);
      const owners = await this.certificates.ownersOfAll(records.filter((record) => record !== null));
      return records.map((record) => record && presentRecord(record, owners.get(record.id)));
    });
  }
}
