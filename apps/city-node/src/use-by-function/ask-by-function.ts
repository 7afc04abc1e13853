import { Injectable } from '@nestjs/common';
import { Exchange } from '#libs/exchange';
import { type DivisionCode, parseId } from '#libs/kernel';
import { Catalogue } from '../catalogue/index.js';
import { AcceptPresentation, forApplication, type VerifiedPresentation } from '../certificate-use/index.js';
import {
  type FunctionAnswer,
  functionQuestion,
  type FunctionQuestion,
  readFunctionAnswer,
} from './function-question.js';

/** A use by function, ready to be asked for. */
export interface FunctionRequest extends Omit<FunctionQuestion, 'verifier'> {
  readonly item: string;
  readonly caseReference: string;
  /** Unified social credit code of the authority that handles the case. */
  readonly authority: string;
}

/** Asks the owner of a certificate for it, verifies what comes, and remembers the use. */
@Injectable()
export class AskByFunction {
  constructor(
    private readonly exchange: Exchange,
    private readonly catalogue: Catalogue,
    private readonly accept: AcceptPresentation,
  ) {}

  /** @throws ID_MALFORMED, QUESTION_REFUSED, NODE_UNREACHABLE and the errors of a presentation */
  async execute(request: FunctionRequest): Promise<VerifiedPresentation> {
    const { division: owner } = parseId(request.certificate, 'certificate', 'input.certificate');
    const answer = await this.ask(owner, request);
    const material = this.catalogue.material(request.item, answer.material);
    const use = { owner, material, purpose: forApplication, channel: 'FUNCTION' } as const;
    return this.accept.execute(answer, { ...request, ...use });
  }

  private async ask(owner: DivisionCode, request: FunctionRequest): Promise<FunctionAnswer> {
    const { item, caseReference, authority, ...payload } = request;
    const verifier = { authority, name: this.catalogue.authority(authority).name };
    const answer = await this.exchange.ask(owner, functionQuestion, {
      purpose: { item, caseReference, basis: forApplication },
      payload: { ...payload, verifier },
    });
    return readFunctionAnswer(answer, owner);
  }
}
