import { Module } from '@nestjs/common';
import { CertificateTypeModule } from '../certificate-type/index.js';
import { BundleResolver } from './bundle.resolver.js';
import { FindBundles } from './find-bundles.js';
import { FindServiceItems } from './find-service-items.js';
import { MaterialRequirementResolver } from './material.resolver.js';
import { ServiceItemResolver } from './service-item.resolver.js';

@Module({
  imports: [CertificateTypeModule],
  providers: [FindServiceItems, FindBundles, ServiceItemResolver, MaterialRequirementResolver, BundleResolver],
  exports: [FindServiceItems],
})
export class CatalogueModule {}
