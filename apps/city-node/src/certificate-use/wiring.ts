import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exchange } from '#libs/exchange';
import { idPrefixes } from '#libs/kernel';
import { SetCertificateStatus } from '../certificate/index.js';
import { NodeLookup } from '../node-lookup/index.js';
import { presentUse } from './certificate-use.model.js';
import { FindUses } from './find-uses.js';
import { PresentCertificate } from './present-certificate.js';
import { questionTypes } from './questions.js';
import { SearchCertificates } from './search-certificates.js';
import { statusChangedType, TellVerifiers } from './tell-verifiers.js';

/** The questions this feature answers. */
@Injectable()
export class AnswerQuestions implements OnModuleInit {
  constructor(
    private readonly exchange: Exchange,
    private readonly present: PresentCertificate,
    private readonly search: SearchCertificates,
  ) {}

  onModuleInit(): void {
    this.exchange.onQuestion(questionTypes.present, (question) => this.present.answer(question));
    this.exchange.onQuestion(questionTypes.search, (question) => this.search.answer(question));
  }
}

/** Status changes go out with their unit of work and come in as messages. */
@Injectable()
export class FollowStatus implements OnModuleInit {
  constructor(
    private readonly exchange: Exchange,
    private readonly status: SetCertificateStatus,
    private readonly verifiers: TellVerifiers,
  ) {}

  onModuleInit(): void {
    this.status.onChange((tx, change) => this.verifiers.tell(tx, change));
    this.exchange.onMessage(statusChangedType, (tx, message) => this.verifiers.take(tx, message));
  }
}

/** Uses are found by their global IDs. */
@Injectable()
export class RegisterUses implements OnModuleInit {
  constructor(
    private readonly lookup: NodeLookup,
    private readonly uses: FindUses,
  ) {}

  onModuleInit(): void {
    this.lookup.register(idPrefixes.certificateUse, async (ids, caller) => {
      const records = await this.uses.readableOf(ids, caller);
      return records.map((record) => record && presentUse(record));
    });
  }
}
