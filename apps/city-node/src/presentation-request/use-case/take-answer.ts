import { Injectable } from '@nestjs/common';
import { NodeContext } from '../../node-context/index.js';
import type { Form } from '../protocol/read-form.js';
import { type DeclinedAnswer, readOpenedAnswer, readPlainAnswer, type WalletAnswer } from '../protocol/read-answer.js';
import { digestOf, isSameSecret, RequestSecrets } from '../protocol/request-secrets.js';
import { wireModes } from '../protocol/request-object.js';
import { openAnswer } from '../protocol/response-keys.js';
import { WalletFault } from '../protocol/wallet-fault.js';
import type { PresentationRequestRecord } from '../record/presentation-request.entity.js';
import { RequestRecords } from '../record/request-records.js';
import type { AnswerRefusal, VpToken } from '../rules/match-answer.js';
import { withResponseCode } from '../rules/redirect-uri.js';
import { answeredBefore, findOpenRequest } from './find-open-request.js';
import { type AnswerVerdict, VerifyAnswer } from './verify-answer.js';

const wallet = 'wallet';

/** What a wallet is told of a refusal: which rule was broken, and nothing of what was found out about the holder. */
const toldToWallet: Readonly<Record<AnswerRefusal, string>> = {
  WALLET_DECLINED: 'the wallet presents nothing',
  NOT_ASKED_FOR: 'vp_token has a query id that the request does not have',
  MORE_THAN_ASKED: 'vp_token has more than one presentation for what was asked once',
  MATERIAL_MISSING: 'vp_token lacks a credential that the request needs',
  CREDENTIAL_REFUSED: 'a credential was refused; whoever asked for it is told why',
  CREDENTIAL_UNDETERMINED: 'a credential could not be verified at present; ask for a new request',
};

/** What the wallet is told: where to go back to, on the same device. */
export interface AnswerAccepted {
  readonly redirect_uri?: string;
}

/**
 * Takes a wallet's answer. What cannot be read, or was not made for this request, leaves the request as it is; anything
 * else is the one answer it gets, whatever it proves. The answer is verified outside the units of work that open and
 * close it, for it asks other nodes.
 */
@Injectable()
export class TakeAnswer {
  constructor(
    private readonly records: RequestRecords,
    private readonly secrets: RequestSecrets,
    private readonly verify: VerifyAnswer,
    private readonly node: NodeContext,
  ) {}

  /** @throws WalletFault */
  async execute(id: string, form: Form): Promise<AnswerAccepted> {
    const request = await findOpenRequest(this.records, id);
    const answer = await this.read(request, form);
    if (answer.state === undefined || !isSameSecret(answer.state, request.walletState)) {
      throw new WalletFault('invalid_request', 'state is not the one of the request');
    }
    if ('error' in answer) return this.decline(request, answer);
    return this.settle(request, answer.vpToken);
  }

  /** @throws WalletFault when the answer comes in another way than the request asks */
  private async read({ responseMode, sealedKey }: PresentationRequestRecord, form: Form): Promise<WalletAnswer> {
    const encrypted = form.get('response');
    if (responseMode === 'DIRECT_POST_JWT' && encrypted !== undefined && sealedKey !== null) {
      return readOpenedAnswer(await openAnswer(encrypted, this.secrets.openKey(sealedKey)));
    }
    // An error says nothing about anybody: a wallet may send it in the clear.
    const plain = responseMode === 'DIRECT_POST' || form.has('error');
    if (!plain || encrypted !== undefined)
      throw new WalletFault('invalid_request', `the answer must come by ${wireModes[responseMode]}`);
    return readPlainAnswer(form);
  }

  private async decline(
    { id, redirectUri }: PresentationRequestRecord,
    { error, description }: DeclinedAnswer,
  ): Promise<AnswerAccepted> {
    const at = this.node.now();
    const detail = description === undefined ? error : `${error}: ${description}`;
    const closed = { refusal: 'WALLET_DECLINED', detail, sealedKey: null, receivedAt: at, settledAt: at } as const;
    const code = this.secrets.draw();
    const change = redirectUri === null ? closed : { ...closed, responseCode: digestOf(code) };
    if (!(await this.records.move(id, { event: 'decline', actor: wallet, change }))) throw answeredBefore();
    return redirectUri === null ? {} : { redirect_uri: withResponseCode(redirectUri, code) };
  }

  private async settle(request: PresentationRequestRecord, vpToken: VpToken): Promise<AnswerAccepted> {
    const { id, redirectUri } = request;
    const change = { sealedKey: null, receivedAt: this.node.now() };
    if (!(await this.records.move(id, { event: 'receive', actor: wallet, change }))) throw answeredBefore();
    const code = this.secrets.draw();
    const responseCode = redirectUri === null ? null : digestOf(code);
    const { event, also, ...facts } = await this.verdictOn(request, vpToken);
    const settled = { ...facts, responseCode, settledAt: this.node.now() };
    const written = await this.records.move(id, { event, actor: this.node.actor, change: settled, also });
    if (!written) throw new WalletFault('temporarily_unavailable', 'the verification took too long');
    if (event === 'verify') return redirectUri === null ? {} : { redirect_uri: withResponseCode(redirectUri, code) };
    const faultCode = event === 'leaveOpen' ? 'temporarily_unavailable' : 'invalid_request';
    throw new WalletFault(faultCode, toldToWallet[facts.refusal ?? 'CREDENTIAL_REFUSED']);
  }

  /** A verification that breaks off proves nothing, and the request is not left open for another answer. */
  private async verdictOn(request: PresentationRequestRecord, vpToken: VpToken): Promise<AnswerVerdict> {
    try {
      return await this.verify.execute(request, vpToken);
    } catch (error) {
      const change = { refusal: 'CREDENTIAL_UNDETERMINED', settledAt: this.node.now() } as const;
      await this.records.move(request.id, { event: 'leaveOpen', actor: this.node.actor, change });
      throw error;
    }
  }
}
