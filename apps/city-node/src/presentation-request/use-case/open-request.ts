import { Injectable } from '@nestjs/common';
import { type DivisionCode, KuashiError, parseDivisionCode } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { type Repeatable, requestOf, RunOnce } from '../../repeatable/index.js';
import { Catalogue } from '../../catalogue/index.js';
import { RequestRecords } from '../record/request-records.js';
import type { PresentationFlow, ResponseMode } from '../record/presentation-request.entity.js';
import { assertMayAsk } from '../rules/policies.js';
import { assertReturn, RedirectOrigins } from '../rules/redirect-uri.js';
import { DrawUpRequest } from './draw-up-request.js';

/** What a requester wants to be shown. */
export interface OpenRequestInput extends Repeatable {
  readonly item: string;
  readonly division: string;
  readonly materials?: readonly string[];
  readonly application?: string;
  readonly responseMode: ResponseMode;
  readonly flow: PresentationFlow;
  readonly redirectUri?: string;
  readonly lifetimeSeconds: number;
}

/** Opens a request for certificates out of a wallet (出示请求): nothing is asked before it is on disk. */
@Injectable()
export class OpenRequest {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly drawUp: DrawUpRequest,
    private readonly runOnce: RunOnce,
    private readonly records: RequestRecords,
    private readonly redirects: RedirectOrigins,
  ) {}

  /** @returns the request's ID @throws FORBIDDEN, ITEM_UNKNOWN, ITEM_NOT_OFFERED and the errors of {@link DrawUpRequest} */
  async execute(caller: Caller, input: OpenRequestInput): Promise<string> {
    assertMayAsk(caller, this.catalogue.division);
    assertReturn(input, this.redirects);
    const { key } = this.catalogue.item(input.item, 'input.item');
    const { authority } = this.catalogue.implementation(key, this.divisionOf(input), 'input.division');
    const record = await this.drawUp.execute(caller, { ...input, authority });
    return this.runOnce.execute(requestOf('request-presentation', caller, input), async (tx) => {
      await this.records.add(tx, record);
      return record.id;
    });
  }

  /** @throws OWNER_UNKNOWN for a division of another city */
  private divisionOf({ division }: OpenRequestInput): DivisionCode {
    const own = parseDivisionCode(division, 'input.division');
    if (this.catalogue.serves(own)) return own;
    throw new KuashiError('OWNER_UNKNOWN', { field: 'input.division', params: { city: division } });
  }
}
