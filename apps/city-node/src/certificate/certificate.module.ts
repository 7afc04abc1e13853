import { Module, type OnModuleInit } from '@nestjs/common';
import { idPrefixes } from '#libs/kernel';
import { NodeLookup, NodeLookupModule } from '../node-lookup/index.js';
import { RunOnce } from '../repeatable/index.js';
import { certificateResolvers } from './certificate-resolvers.js';
import { EnterCertificates } from './enter-certificates.js';
import { FindCertificates } from './find-certificates.js';
import { IssueCertificate } from './issue-certificate.js';
import { presentRecord } from './present-record.js';
import { SeedCertificates } from './seed-certificates.js';
import { SetCertificateStatus } from './set-certificate-status.js';
import { SignCertificate } from './sign-certificate.js';
import { certificateSteps } from './steps/index.js';
import { StatusListController, StatusListPublisher, StatusLists } from './status/index.js';
import { TypeIntegrity } from './type-integrity.js';

const useCases = [
  IssueCertificate,
  SetCertificateStatus,
  EnterCertificates,
  SignCertificate,
  TypeIntegrity,
  SeedCertificates,
  RunOnce,
  ...certificateSteps,
];

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
      return records.map((record) => record && presentRecord(record));
    });
  }
}
