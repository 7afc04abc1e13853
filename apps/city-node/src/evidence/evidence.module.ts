import { Module } from '@nestjs/common';
import {
  EvidenceCertificateResolver,
  EvidenceSourceResolver,
  MaterialEvidenceResolver,
} from './evidence-parts.resolver.js';
import { EvidenceResolver } from './evidence.resolver.js';
import { GatherEvidence } from './gather-evidence.js';
import { SearchEveryNode } from './search-every-node.js';

const parts = [MaterialEvidenceResolver, EvidenceCertificateResolver, EvidenceSourceResolver];

@Module({ providers: [GatherEvidence, SearchEveryNode, EvidenceResolver, ...parts] })
export class EvidenceModule {}
