import { Injectable } from '@nestjs/common';
import type { Purpose } from '#libs/exchange';
import { type Holder, KuashiError, localDateOf } from '#libs/kernel';
import { Catalogue } from '../catalogue/index.js';
import { assertOfApplicant, type FoundCertificate, materialShown, SearchEveryNode } from '../certificate-use/index.js';
import { NodeContext } from '../node-context/index.js';

/** Whose certificate is looked for, and for whose case. */
export interface Wanted {
  readonly holder: Holder;
  readonly applicant: Holder;
  /** Certificate type key. */
  readonly type: string;
  /** Key of the item's material; absent: the first that takes the kind. */
  readonly material?: string;
}

/** Finds the certificate of a holder by its kind, in every city. */
@Injectable()
export class LocateCertificate {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly search: SearchEveryNode,
    private readonly node: NodeContext,
  ) {}

  /**
   * The newest one that is good today; where there is none, the newest that is not, whose owner says why. What the item
   * does not let the officer use is not even looked for: no holder would read of it.
   * @throws CERTIFICATE_TYPE_UNKNOWN, CERTIFICATE_TYPE_NOT_ACCEPTED, CERTIFICATE_NOT_YOURS, CERTIFICATE_UNKNOWN;
   * CERTIFICATE_UNDETERMINED when none was found but a city did not answer
   */
  async find({ holder, applicant, type, material }: Wanted, purpose: Purpose): Promise<string> {
    this.catalogue.certificateType(type, 'input.certificateType');
    assertOfApplicant(materialShown(this.catalogue.item(purpose.item), type, material), holder, applicant);
    const { certificates, unavailable } = await this.search.execute(holder, [type], purpose);
    const newestFirst = [...certificates].sort((one, other) => other.validFrom.localeCompare(one.validFrom));
    const found = newestFirst.find((one) => this.isGood(one)) ?? newestFirst[0];
    if (found) return found.id;
    if (unavailable.length === 0) throw new KuashiError('CERTIFICATE_UNKNOWN', { field: 'input.certificateType' });
    const params = { reason: unavailable.join(', ') };
    throw new KuashiError('CERTIFICATE_UNDETERMINED', { field: 'input.certificateType', params });
  }

  private isGood({ status, validFrom, validUntil }: FoundCertificate): boolean {
    const today = localDateOf(this.node.now());
    return status === 'VALID' && validFrom <= today && (validUntil === null || today <= validUntil);
  }
}
