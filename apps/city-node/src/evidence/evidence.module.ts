import { Module } from '@nestjs/common';
import { CertificateUseModule } from '../certificate-use/index.js';
import {
  EvidenceCertificateResolver,
  EvidenceSourceResolver,
  MaterialEvidenceResolver,
} from './evidence-parts.resolver.js';
import { EvidenceResolver } from './evidence.resolver.js';
import { CountPaperFree } from './count-paper-free.js';
import { GatherEvidence } from './gather-evidence.js';
import { PaperFreeShareResolver } from './paper-free-share.resolver.js';

const parts = [MaterialEvidenceResolver, EvidenceCertificateResolver, EvidenceSourceResolver];

@Module({
  imports: [CertificateUseModule],
  providers: [GatherEvidence, CountPaperFree, PaperFreeShareResolver, EvidenceResolver, ...parts],
})
export class EvidenceModule {}
