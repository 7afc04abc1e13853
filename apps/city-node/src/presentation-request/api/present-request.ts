import { Injectable } from '@nestjs/common';
import { checkResults } from '#libs/contract';
import { ownerOfId } from '#libs/kernel';
import { Catalogue, presentAuthority } from '../../catalogue/index.js';
import { NodeContext } from '../../node-context/index.js';
import { authorizationUri } from '../protocol/request-object.js';
import type { CredentialResult, PresentationRequestRecord } from '../record/presentation-request.entity.js';
import { dcqlQuery } from '../rules/dcql-query.js';
import { stateAt } from '../rules/request-states.js';
import { PresentationRequest, PresentedCredential } from './presentation-request.model.js';

/** Shows a request to its requester. */
@Injectable()
export class PresentRequest {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly node: NodeContext,
  ) {}

  /** @param withheld whether what was presented is kept back until the response code is given */
  execute(record: PresentationRequestRecord, withheld: boolean): PresentationRequest {
    const { id, item, refusal, detail, caseReference, responseMode, flow, expiresAt, receivedAt } = record;
    return Object.assign(new PresentationRequest(), {
      ...{ id, refusal, detail, responseMode, flow, expiresAt, receivedAt },
      itemKey: item,
      uri: authorizationUri(this.node.url, record),
      state: stateAt(record, this.node.now()),
      verifier: presentAuthority(this.catalogue.authority(record.authority)),
      query: dcqlQuery(record.asked),
      credentials: withheld ? null : record.results.map(presentCredential),
      application: caseReference === id ? null : caseReference,
    });
  }
}

function presentCredential(result: CredentialResult): PresentedCredential {
  const { material, query, outcome, checks, identifier, issuer, claims, use, certificate, type } = result;
  return Object.assign(new PresentedCredential(), {
    ...{ material, query, identifier, claims, use, typeKey: type, certificateId: ownedBy(certificate) },
    valid: outcome === 'valid',
    checks: checks.map((check) => ({ ...check, result: checkResults[check.result] })),
    issuer: issuer && presentIssuer(issuer),
    checkedAt: new Date(result.checkedAt),
  });
}

const presentIssuer = ({ authority, name, division }: NonNullable<CredentialResult['issuer']>) =>
  presentAuthority({ code: authority, name: { zhHans: name, zhHant: name, en: name }, division: division as never });

const ownedBy = (certificate: string | undefined) =>
  certificate !== undefined && ownerOfId(certificate) ? certificate : undefined;
