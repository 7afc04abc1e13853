export { CatalogueModule } from './catalogue.module.js';
export { ServiceItemResolver } from './service-item.resolver.js';
export { MaterialRequirementResolver } from './material.resolver.js';
export { BundleResolver } from './bundle.resolver.js';
export { ServiceItem } from './service-item.model.js';
export { FindServiceItems } from './find-service-items.js';
