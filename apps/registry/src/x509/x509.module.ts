import { Module } from '@nestjs/common';
import { AuditLog } from '#libs/exchange';
import { SystemRandom } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { DirectoryModule, PublishedDirectory } from '../directory/index.js';
import { RegistryContext } from '../reference/index.js';
import { TrustModule } from '../trust/index.js';
import { CertificateChains } from './certificate-chains.js';
import { X509Controller } from './x509.controller.js';

/** X.509 for keys of the trust list: the province's trust anchor is the root. */
@Module({
  imports: [DirectoryModule, TrustModule],
  controllers: [X509Controller],
  providers: [
    {
      provide: CertificateChains,
      inject: [RegistryContext, Database, PublishedDirectory, AuditLog],
      useFactory: (context: RegistryContext, database: Database, directory: PublishedDirectory, audit: AuditLog) =>
        new CertificateChains(context, database, directory, audit, new SystemRandom()),
    },
  ],
})
export class X509Module {}
