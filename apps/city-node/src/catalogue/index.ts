export { Authority, presentAuthority } from './authority.model.js';
export { AuthorityResolver } from './authority.resolver.js';
export { Catalogue, type RecognitionQuestion, type RecognitionVerdict } from './catalogue.js';
export { CatalogueModule } from './catalogue.module.js';
export { CertificateType, ServiceItem } from './stubs.model.js';
