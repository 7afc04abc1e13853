import { Injectable } from '@nestjs/common';
import { Exchange } from '#libs/exchange';
import { type DivisionCode, parseId } from '#libs/kernel';
import { Catalogue } from '../catalogue/index.js';
import { AcceptPresentation } from './accept-presentation.js';
import type { PresentationRequest, VerifiedPresentation } from './presentation.js';
import { type PresentAnswer, questionTypes, readPresentAnswer } from './questions.js';
import { forApplication, mandateOccasion } from './use-purpose.js';

/**
 * Requests, verifies and records the presentation of a certificate for a case of its holder (持证人用证). Talks to another
 * node: call it outside a unit of work. Idempotent per (case, certificate): a repeated call leaves one use at each side.
 */
@Injectable()
export class RequestPresentation {
  constructor(
    private readonly exchange: Exchange,
    private readonly catalogue: Catalogue,
    private readonly accept: AcceptPresentation,
  ) {}

  /**
   * @throws ID_MALFORMED, ID_OF_OTHER_TYPE, CERTIFICATE_UNKNOWN, CERTIFICATE_NOT_YOURS, CERTIFICATE_REVOKED,
   * CERTIFICATE_SUSPENDED, CERTIFICATE_EXPIRED, CERTIFICATE_SUPERSEDED, CERTIFICATE_TYPE_NOT_ACCEPTED,
   * CERTIFICATE_NOT_RECOGNISED, CERTIFICATE_UNDETERMINED, CERTIFICATE_INVALID, NODE_UNREACHABLE, NODE_TIMEOUT;
   * the caller adds the field.
   */
  async execute(request: PresentationRequest): Promise<VerifiedPresentation> {
    const { division: owner } = parseId(request.certificate, 'certificate');
    const answer = await this.ask(owner, request);
    return this.accept.execute(answer, { ...request, owner, ...wayOf(request) });
  }

  private async ask(owner: DivisionCode, request: PresentationRequest): Promise<PresentAnswer> {
    const { certificate, holder, material, item, caseReference, authority, agency, agreements } = request;
    const verifier = { authority, name: this.catalogue.authority(authority).name };
    const answer = await this.exchange.ask(owner, questionTypes.present, {
      purpose: { item, caseReference, basis: agency?.mandate ?? forApplication },
      payload: { certificate, holder, material: material.key, verifier, agent: agency?.agent, agreements },
    });
    return readPresentAnswer(answer, owner);
  }
}

/** By whom it is presented: by its holder, or by an agent whose mandate is the purpose. */
function wayOf({ agency, caseReference }: PresentationRequest) {
  if (!agency) return { purpose: forApplication, channel: 'CASE' } as const;
  const { mandate } = agency;
  const occasion = mandateOccasion(caseReference, mandate);
  return { purpose: mandate, recognisedAs: forApplication, mandate, occasion, channel: 'MANDATE' } as const;
}
