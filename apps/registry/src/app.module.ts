import { type DynamicModule, Module } from '@nestjs/common';
import { type Database, PersistenceModule } from '#libs/persistence';
import { contractFile, contractModule } from '#libs/platform';
import { CatalogueModule } from './catalogue/index.js';
import { CertificateTypeModule } from './certificate-type/index.js';
import { DirectoryModule } from './directory/index.js';
import { RecognitionModule } from './recognition/index.js';
import { type ReferenceData, ReferenceModule, type RegistryContext } from './reference/index.js';
import { TrustModule } from './trust/index.js';
import { VerifyModule } from './verify/index.js';
import { X509Module } from './x509/index.js';

/** What the program makes before Nest starts. */
export interface RegistryParts {
  readonly database: Database;
  readonly reference: ReferenceData;
  readonly context: RegistryContext;
  /** SDL of the contract; absent: the emitted one. */
  readonly contract?: string;
}

/** The province's common services. */
@Module({})
export class RegistryModule {
  static over({ database, reference, context, contract }: RegistryParts): DynamicModule {
    return {
      module: RegistryModule,
      imports: [
        PersistenceModule.forRoot(database, context.clock),
        ReferenceModule.forRoot(reference, context),
        contractModule(contract ?? { file: contractFile('registry') }),
        CatalogueModule,
        CertificateTypeModule,
        RecognitionModule,
        DirectoryModule,
        TrustModule,
        VerifyModule,
        X509Module,
      ],
    };
  }
}
