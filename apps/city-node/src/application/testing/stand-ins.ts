import { KuashiError, type Clock, type ErrorCode } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { CertificateOrder } from '../../certificate/index.js';
import type { CoveredMandate, MandatedAct } from '../../mandate/index.js';
import type { PresentationRequest, VerifiedPresentation } from '../../certificate-use/index.js';

/** The other nodes, as far as presentations go: every certificate is good but those that are said to be bad. */
export class TestPresentations {
  readonly faults = new Map<string, ErrorCode>();
  /** One per case and certificate, however often it is presented. */
  readonly uses = new Map<string, string>();

  constructor(private readonly clock: Clock) {}

  async execute({ certificate, caseReference, material }: PresentationRequest): Promise<VerifiedPresentation> {
    await Promise.resolve();
    const fault = this.faults.get(certificate);
    if (fault) throw new KuashiError(fault);
    const use = `use_430200_${this.uses.size + 1}`;
    const key = `${caseReference}|${certificate}`;
    this.uses.set(key, this.uses.get(key) ?? use);
    return {
      certificate,
      identifier: '1.2.156.3005.2',
      type: certificate.includes('wrong') ? 'business-licence' : (material.anyOf[0] ?? ''),
      issuer: { authority: 'A', name: { zhHans: '公安局', zhHant: '公安局', en: 'Bureau' }, division: '430200' },
      claims: { name: '张三' },
      credential: 'sd-jwt',
      use: this.uses.get(key) ?? use,
      checkedAt: this.clock.now(),
      checks: [],
      ...{ receipt: null, validFrom: null, validUntil: null },
    };
  }
}

/** The register of certificates: gives ids, and fails when asked to. */
export class TestRegister {
  readonly orders: CertificateOrder[] = [];
  fault?: ErrorCode;

  async execute(_tx: EntityManager, order: CertificateOrder): Promise<{ id: string }> {
    await Promise.resolve();
    if (this.fault) throw new KuashiError(this.fault);
    this.orders.push(order);
    return { id: `cert_430300_${this.orders.length}` };
  }
}

/** The keepers of mandates: those that a spec has granted, until it ends them. */
export class TestMandates {
  readonly granted = new Map<string, CoveredMandate & { readonly commitments: boolean }>();

  async execute({ mandate, agent, commitment }: MandatedAct, field = 'input.mandate'): Promise<CoveredMandate> {
    await Promise.resolve();
    const found = this.granted.get(mandate);
    if (!found || found.agent !== agent) throw new KuashiError('MANDATE_UNKNOWN', { field });
    if (commitment && !found.commitments) throw new KuashiError('MANDATE_NOT_COVERING', { field });
    return found;
  }
}
