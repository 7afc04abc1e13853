import { Module, type OnModuleInit } from '@nestjs/common';
import { idPrefixes } from '#libs/kernel';
import { CertificateModule } from '../certificate/index.js';
import { CertificateUseModule } from '../certificate-use/index.js';
import { MandateModule } from '../mandate/index.js';
import { NodeLookup, NodeLookupModule } from '../node-lookup/index.js';
import { presentApplication } from './api/application.model.js';
import { applicationResolvers } from './api/application-resolvers.js';
import { FindApplications } from './record/find-applications.js';
import { FindAwaitedCertificate } from './record/find-awaited-certificate.js';
import { applicationUseCases } from './use-case/all-use-cases.js';
import { FileApplication } from './use-case/file-application.js';
import { PrepareFiling } from './use-case/prepare-filing.js';
import { RunOnce } from '../repeatable/index.js';
import { TendApplications } from './use-case/tend-applications.js';

/** Applications (办件): the state table and everything that moves along it. */
@Module({
  imports: [NodeLookupModule, CertificateModule, CertificateUseModule, MandateModule],
  providers: [...applicationUseCases, FindAwaitedCertificate, ...applicationResolvers],
  exports: [FindApplications, FindAwaitedCertificate, FileApplication, PrepareFiling, RunOnce, TendApplications],
})
export class ApplicationModule implements OnModuleInit {
  constructor(
    private readonly lookup: NodeLookup,
    private readonly applications: FindApplications,
  ) {}

  onModuleInit(): void {
    this.lookup.register(idPrefixes.application, async (ids, caller) => {
      const records = await this.applications.allVisible(ids, caller);
      return records.map((record) => record && presentApplication(record));
    });
  }
}
