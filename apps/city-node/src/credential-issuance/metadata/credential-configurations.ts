import { Injectable } from '@nestjs/common';
import { certificateTypeUri } from '#libs/credential';
import { Catalogue } from '../../catalogue/index.js';
import { NodeContext } from '../../node-context/index.js';
import type { Configurations } from '../rules/requested-dataset.js';
import { displayIn } from './display.js';

/** Algorithms of the holder's keys and of key proofs. */
const proofAlgorithms = ['ES256', 'EdDSA'] as const;

/** The credential configurations of this node: one for each certificate type that an authority of its may issue. */
@Injectable()
export class CredentialConfigurations implements Configurations {
  private readonly keys: ReadonlySet<string>;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly node: NodeContext,
  ) {
    this.keys = new Set(catalogue.authorities.flatMap(({ issues }) => issues));
  }

  has(id: string): boolean {
    return this.keys.has(id);
  }

  scopeOf(id: string): string {
    return `${this.node.division}.${id}`;
  }

  /** `credential_configurations_supported`, by id. */
  describe(): Readonly<Record<string, object>> {
    return Object.fromEntries([...this.keys].sort().map((key) => [key, this.configuration(key)]));
  }

  private configuration(key: string): object {
    const { name, claims } = this.catalogue.describedType(key);
    return {
      format: 'dc+sd-jwt',
      vct: certificateTypeUri(this.node.registryUrl, key),
      scope: this.scopeOf(key),
      cryptographic_binding_methods_supported: ['jwk'],
      credential_signing_alg_values_supported: ['ES256'],
      proof_types_supported: { jwt: { proof_signing_alg_values_supported: proofAlgorithms } },
      credential_metadata: {
        display: displayIn(name),
        claims: claims.map((claim) => ({
          path: [claim.name],
          ...(claim.mandatory && { mandatory: true }),
          display: displayIn(claim.label),
        })),
      },
    };
  }
}
