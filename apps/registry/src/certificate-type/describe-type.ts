import { Injectable } from '@nestjs/common';
import {
  certificateTypeUri,
  type IntegralDocument,
  typeMetadata,
  typeSchema,
  type TypeDescription,
} from '#libs/credential';
import { KuashiError } from '#libs/kernel';
import { describeType } from '#seeds';
import { ReferenceData, RegistryContext } from '../reference/index.js';

/** Describes the certificate types to wallets and verifiers: type metadata and schema, from the directory's rows. */
@Injectable()
export class DescribeType {
  constructor(
    private readonly reference: ReferenceData,
    private readonly context: RegistryContext,
  ) {}

  /** @throws CERTIFICATE_TYPE_UNKNOWN */
  metadata(key: string): IntegralDocument {
    return typeMetadata(this.description(key));
  }

  /** @throws CERTIFICATE_TYPE_UNKNOWN */
  schema(key: string): IntegralDocument {
    return typeSchema(this.description(key));
  }

  private description(key: string): TypeDescription {
    const type = this.reference.certificateTypes.find((row) => row.key === key);
    if (!type) throw new KuashiError('CERTIFICATE_TYPE_UNKNOWN', { params: { type: key } });
    return { vct: certificateTypeUri(this.context.url, key), ...describeType(type, this.reference) };
  }
}
