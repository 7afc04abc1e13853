export { EvidenceModule } from './evidence.module.js';
export { PaperFreeShareResolver } from './paper-free-share.resolver.js';
export { EvidenceResolver } from './evidence.resolver.js';
export {
  EvidenceCertificateResolver,
  EvidenceSourceResolver,
  MaterialEvidenceResolver,
} from './evidence-parts.resolver.js';
