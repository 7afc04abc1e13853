import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HolderKeys } from '#libs/credential';
import { NodeContext } from '../../node-context/index.js';
import type { WalletToken } from '../access/wallet-token.js';
import { type CredentialIssuerOptions, credentialIssuerOptions } from '../issuer-options.js';
import { Nonces } from '../nonce/nonces.js';
import { SpendOnce } from '../nonce/spend-once.js';
import { type CheckedProofs, checkKeyProofs, invalidNonce } from '../rules/key-proofs.js';
import { IssuerSecrets } from '../secrets.js';

/** Checks key proofs and uses their nonces up. */
@Injectable()
export class CheckProofs {
  private readonly keys = new HolderKeys();
  private readonly nonces: Nonces;

  constructor(
    private readonly node: NodeContext,
    private readonly once: SpendOnce,
    @Inject(credentialIssuerOptions) options: CredentialIssuerOptions,
  ) {
    this.nonces = new Nonces(new IssuerSecrets(options.nodeKey).nonceSecret(), node);
  }

  /** A new `c_nonce`. */
  newNonce(): string {
    return this.nonces.create();
  }

  /** @throws IssuanceFault invalid_proof, invalid_nonce */
  check(proofs: readonly string[] | undefined, { clientId }: WalletToken): Promise<CheckedProofs> {
    const expiryOf = (nonce: string) => this.nonces.expiryOf(nonce);
    const expected = { audience: this.node.url, now: this.node.now(), expiryOf };
    return checkKeyProofs(proofs, { ...expected, ...(clientId !== undefined && { clientId }) }, this.keys);
  }

  /** Uses the nonces up in the unit of work that answers the request. @throws IssuanceFault invalid_nonce */
  async spend(tx: EntityManager, { nonces }: CheckedProofs): Promise<void> {
    for (const { value, expires } of nonces) {
      if (!(await this.once.spend(tx, 'nonce', value, expires))) throw invalidNonce();
    }
  }
}
