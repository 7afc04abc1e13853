import { Module } from '@nestjs/common';
import { CertificateTypeResolver } from './certificate-type.resolver.js';
import { FindCertificateTypes } from './find-certificate-types.js';

@Module({
  providers: [FindCertificateTypes, CertificateTypeResolver],
  exports: [FindCertificateTypes],
})
export class CertificateTypeModule {}
