import { Injectable } from '@nestjs/common';
import type { DivisionCode } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { NodeContext } from '../../node-context/index.js';
import { RequestSecrets } from '../protocol/request-secrets.js';
import { VerifierIdentity } from '../protocol/verifier-identity.js';
import { PresentationRequestRecord } from '../record/presentation-request.entity.js';
import { FindCase } from './find-case.js';
import type { OpenRequestInput } from './open-request.js';
import { PlanRequest } from './plan-request.js';

/** A request whose asking authority is certain. */
export interface AuthorisedRequest extends OpenRequestInput {
  /** Unified social credit code. */
  readonly authority: string;
}

/** Draws a request up: what is asked, for whom and which case, under which nonce, state and key. Writes nothing. */
@Injectable()
export class DrawUpRequest {
  constructor(
    private readonly findCase: FindCase,
    private readonly plan: PlanRequest,
    private readonly identity: VerifierIdentity,
    private readonly secrets: RequestSecrets,
    private readonly node: NodeContext,
  ) {}

  /** @throws the errors of {@link FindCase} and {@link PlanRequest}, X.509 not to be had: NODE_UNREACHABLE */
  async execute(caller: Caller, input: AuthorisedRequest): Promise<PresentationRequestRecord> {
    const { application, applicant, applicantKind } = await this.findCase.execute(caller, input);
    const { item, authority, division, responseMode, flow, redirectUri, lifetimeSeconds } = input;
    const id = this.node.newId('presentationRequest');
    const createdAt = this.node.now();
    return Object.assign(new PresentationRequestRecord(), {
      ...{ id, item, authority, responseMode, flow, createdAt, state: 'REQUESTED', results: [] },
      division: division as DivisionCode,
      requester: caller.subject,
      clerkRole: caller.holder ? null : 'window-clerk',
      applicant: applicant ?? null,
      caseReference: application ?? id,
      asked: await this.plan.execute({ item, materials: input.materials, applicantKind }),
      redirectUri: redirectUri ?? null,
      clientId: await this.identity.clientId(),
      ...{ nonce: this.secrets.draw(), walletState: this.secrets.draw() },
      ...(await this.keyFor(responseMode)),
      expiresAt: new Date(createdAt.getTime() + lifetimeSeconds * 1000),
      ...{ responseCode: null, receivedAt: null, settledAt: null, refusal: null, detail: null },
    } as const);
  }

  private keyFor(mode: OpenRequestInput['responseMode']) {
    return mode === 'DIRECT_POST_JWT' ? this.secrets.drawKey() : { encryptionKey: null, sealedKey: null };
  }
}
