import { Injectable } from '@nestjs/common';
import { createUlid, type Holder, KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { forApplication, type VerifiedPresentation } from '../certificate-use/index.js';
import { NodeContext } from '../node-context/index.js';
import { identify, type PersonAtWindow } from '../person/index.js';
import { type Repeatable, requestOf, RunOnce } from '../repeatable/index.js';
import { AskByFunction } from './ask-by-function.js';
import { FindCase } from './find-case.js';
import { LocateCertificate, type Wanted } from './locate-certificate.js';

/** What an officer wants to use, for which case, on what basis. */
export interface UseByFunction extends Repeatable {
  /** Application ID of this node's. */
  readonly application: string;
  /** Service item key: the case's. */
  readonly item: string;
  /** Certificate ID; or its kind. */
  readonly certificate?: string;
  /** Certificate type key. */
  readonly certificateType?: string;
  /** Whose it is, when it is not the applicant's. */
  readonly holder?: Pick<PersonAtWindow, 'idType' | 'idNumber'>;
  /** Key of the item's material; absent: the first that takes the certificate. */
  readonly material?: string;
  readonly legalBasis: string;
}

/**
 * Uses a certificate in the exercise of duty (依职能用证): an officer who handles a case of this city needs no doing of
 * the holder's, but a legal basis, which the holder reads beside the officer's name.
 */
@Injectable()
export class UseCertificateByFunction {
  constructor(
    private readonly cases: FindCase,
    private readonly locate: LocateCertificate,
    private readonly runOnce: RunOnce,
    private readonly ask: AskByFunction,
    private readonly node: NodeContext,
  ) {}

  /** @throws the errors of {@link FindCase} and {@link LocateCertificate}, IDEMPOTENCY_KEY_REUSED and the errors of a presentation */
  async execute(caller: Caller, input: UseByFunction): Promise<VerifiedPresentation> {
    const { application, item, material, legalBasis } = input;
    const { applicant, authority, role } = await this.cases.find(caller, input);
    const holder = input.holder ? this.holderOf(input.holder) : applicant;
    const certificate = await this.certificateOf(input, { holder, applicant });
    const occasion = await this.occasionOf(caller, input);
    return this.ask.execute({
      ...{ certificate, holder, applicant, authority, material, legalBasis, occasion },
      ...{ item, caseReference: application, clerk: caller.subject, clerkRole: role },
    });
  }

  private holderOf(person: NonNullable<UseByFunction['holder']>): Holder {
    return identify({ ...person, name: '' }, this.node, 'input.holder').holder;
  }

  private async certificateOf(
    { certificate, certificateType: type, material, item, application }: UseByFunction,
    whose: Pick<Wanted, 'holder' | 'applicant'>,
  ): Promise<string> {
    if (certificate !== undefined) return certificate;
    if (type === undefined) {
      const params = { constraint: 'isDefined', reason: 'must be given, or certificateType' };
      throw new KuashiError('BAD_INPUT', { field: 'input.certificate', params });
    }
    const purpose = { item, caseReference: application, basis: forApplication };
    return this.locate.find({ ...whose, type, material }, purpose);
  }

  /** The act: with a key a repeated request finds the first one, and is one use at both sides. */
  private occasionOf(caller: Caller, input: UseByFunction): Promise<string> {
    const act = `act_${this.node.division}_${createUlid(this.node)}`;
    if (!input.idempotencyKey) return Promise.resolve(act);
    return this.runOnce.execute(requestOf('use-certificate-by-function', caller, { ...input }), async () => act);
  }
}
