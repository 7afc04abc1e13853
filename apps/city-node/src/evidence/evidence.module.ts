import { Module } from '@nestjs/common';
import { CertificateUseModule } from '../certificate-use/index.js';
import {
  EvidenceCertificateResolver,
  EvidenceSourceResolver,
  MaterialEvidenceResolver,
} from './evidence-parts.resolver.js';
import { EvidenceResolver } from './evidence.resolver.js';
import { GatherEvidence } from './gather-evidence.js';

const parts = [MaterialEvidenceResolver, EvidenceCertificateResolver, EvidenceSourceResolver];

@Module({
  imports: [CertificateUseModule],
  providers: [GatherEvidence, EvidenceResolver, ...parts],
})
export class EvidenceModule {}
