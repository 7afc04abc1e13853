import { Injectable } from '@nestjs/common';
import { certificateTypeUri, typeMetadata } from '#libs/credential';
import { Catalogue } from '../../catalogue/index.js';
import { NodeContext } from '../../node-context/index.js';

/** `vct` and `vct#integrity` of the certificate types: the same bytes as the registry serves, hashed once for each type. */
@Injectable()
export class TypeIntegrity {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly node: NodeContext,
  ) {}

  /** What a credential of the type says of its type. @throws CERTIFICATE_TYPE_UNKNOWN */
  of(type: string): { readonly vct: string; readonly vctIntegrity: string } {
    const vct = certificateTypeUri(this.node.registryUrl, type);
    const vctIntegrity = this.known.get(type) ?? this.compute(type, vct);
    return { vct, vctIntegrity };
  }

  private compute(type: string, vct: string): string {
    const { integrity } = typeMetadata({ vct, ...this.catalogue.describedType(type) });
    this.known.set(type, integrity);
    return integrity;
  }
}
