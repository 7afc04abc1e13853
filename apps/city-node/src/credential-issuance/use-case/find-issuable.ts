import { Injectable } from '@nestjs/common';
import { FindAwaitedCertificate } from '../../application/index.js';
import { type CertificateRecord, FindCertificates } from '../../certificate/index.js';
import { IssuerKeys, X509Chains } from '../../issuer/index.js';
import { NodeContext } from '../../node-context/index.js';
import type { WalletToken } from '../access/wallet-token.js';
import { denied, isIssuable } from '../rules/issuable.js';
import { IssuanceFault } from '../rules/issuance-fault.js';
import type { RequestedDataset } from '../rules/requested-dataset.js';

/** What there is to issue: a certificate, or a grant whose certificate is still being written. */
export type Issuable = IssuableCertificate | { readonly awaited: string };

/** A certificate that may go into its holder's wallet. */
export interface IssuableCertificate {
  readonly certificate: CertificateRecord;
  /** X.509 chain of the key it is signed with. */
  readonly certificateChain: readonly string[];
}

/** Finds the certificate that a wallet may have: its holder's own, and valid today. */
@Injectable()
export class FindIssuable {
  constructor(
    private readonly certificates: FindCertificates,
    private readonly awaited: FindAwaitedCertificate,
    private readonly keys: IssuerKeys,
    private readonly chains: X509Chains,
    private readonly node: NodeContext,
  ) {}

  /** @throws IssuanceFault unknown_credential_identifier, credential_request_denied */
  async execute({ configuration, certificate }: RequestedDataset, { holder }: WalletToken): Promise<Issuable> {
    if (certificate !== undefined) {
      return this.named(certificate, { holder, type: configuration });
    }
    const now = this.node.now();
    const held = await this.certificates.ofTypes(holder, [configuration]);
    // What is owned with others goes into the wallet of the one it was issued to, as with offers.
    const newest = held.find((record) => record.holder === (holder as string) && isIssuable(record, now));
    if (newest) return this.chained(newest);
    const awaited = await this.awaited.of(holder, configuration);
    if (awaited) return { awaited: awaited.application };
    throw denied('the holder has no valid certificate of this kind');
  }

  /** A certificate by its ID; what belongs to another does not exist here. @throws as `execute` */
  async named(id: string, expected: { holder: string; type: string }): Promise<IssuableCertificate> {
    const record = await this.certificates.byId(id).catch(() => undefined);
    if (record?.holder !== expected.holder || record.type !== expected.type) {
      throw new IssuanceFault('unknown_credential_identifier', 'the holder has no such certificate');
    }
    if (!isIssuable(record, this.node.now())) throw denied('the certificate is not valid any more');
    return this.chained(record);
  }

  /** @throws NODE_UNREACHABLE while the chain cannot be had */
  private async chained(certificate: CertificateRecord): Promise<IssuableCertificate> {
    const { kid } = await this.keys.keyOf(certificate.authority);
    return { certificate, certificateChain: await this.chains.of(kid) };
  }
}
