import { Injectable } from '@nestjs/common';
import { issueCredential, type StatusReference } from '#libs/credential';
import { type LocalDate, startOfLocalDay } from '#libs/kernel';
import type { JWK } from 'jose';
import { IssuerKeys } from '../../issuer/index.js';
import { NodeContext } from '../../node-context/index.js';
import type { CertificateRecord } from '../certificate-record.entity.js';
import { TypeIntegrity } from './type-integrity.js';

/** Marks every credential of the sandbox; always visible. */
const syntheticMark = { data_notice: '模拟数据' } as const;

/** What a copy for a wallet (钱包副本) has besides: the holder's key that it is bound to, and the issuer's X.509 chain. */
export interface WalletBinding {
  readonly holderKey: JWK;
  readonly certificateChain?: readonly string[];
}

/** Gives a certificate its signed form (SD-JWT VC): every claim can be withheld, the technical ones cannot. */
@Injectable()
export class SignCertificate {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly types: TypeIntegrity,
    private readonly node: NodeContext,
  ) {}

  /**
   * @param status the place drawn for this signed form
   * @param wallet for a copy that goes into a wallet
   * @returns the compact credential with all its disclosures
   */
  async execute(
    record: Omit<CertificateRecord, 'credential'>,
    status: StatusReference,
    wallet?: WalletBinding,
  ): Promise<string> {
    const { clock, random, mode } = this.node;
    const { claims, type, identifier, validFrom, validUntil } = record;
    const request = {
      issuer: await this.keys.keyOf(record.authority),
      ...this.types.of(type),
      identifier,
      claims: { ...claims, ...(mode === 'sandbox' && syntheticMark) },
      disclosable: Object.keys(claims),
      validFrom: firstInstant(validFrom),
      validUntil: validUntil ? dayAfter(validUntil) : undefined,
      status,
      ...wallet,
    };
    return issueCredential(request, { clock, random });
  }
}

/** The first instant of validity; `nbf` knows no time before 1970. */
const firstInstant = (day: string): Date => new Date(Math.max(0, startOfLocalDay(day as LocalDate).getTime()));

/** The last day belongs to the validity: the first instant after it. */
const dayAfter = (day: string): Date => new Date(startOfLocalDay(day as LocalDate).getTime() + 86_400_000);
