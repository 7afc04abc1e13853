import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { CertificateTypeModule } from '../certificate-type/index.js';
import { ExplainRecognition } from './explain-recognition.js';
import { RecognitionExplanationResolver, RecognitionReasonResolver } from './recognition.resolver.js';

@Module({
  imports: [CatalogueModule, CertificateTypeModule],
  providers: [ExplainRecognition, RecognitionExplanationResolver, RecognitionReasonResolver],
})
export class RecognitionModule {}
