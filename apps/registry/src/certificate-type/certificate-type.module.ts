import { Module } from '@nestjs/common';
import { CertificateTypeResolver, ClaimNameResolver } from './certificate-type.resolver.js';
import { DescribeType } from './describe-type.js';
import { FindCertificateTypes } from './find-certificate-types.js';
import { TypeMetadataController } from './type-metadata.controller.js';

@Module({
  controllers: [TypeMetadataController],
  providers: [FindCertificateTypes, DescribeType, CertificateTypeResolver, ClaimNameResolver],
  exports: [FindCertificateTypes],
})
export class CertificateTypeModule {}
