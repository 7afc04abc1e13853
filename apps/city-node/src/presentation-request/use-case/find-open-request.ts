import type { PresentationRequestRecord } from '../record/presentation-request.entity.js';
import type { RequestRecords } from '../record/request-records.js';
import { WalletFault } from '../protocol/wallet-fault.js';

/** A request that a wallet may still fetch or answer. @throws WalletFault not_found, invalid_request */
export async function findOpenRequest(records: RequestRecords, id: string): Promise<PresentationRequestRecord> {
  const record = await records.find(id);
  if (!record) throw new WalletFault('not_found', 'there is no such request');
  const state = records.stateOf(record);
  if (state === 'REQUESTED' || state === 'FETCHED') return record;
  throw state === 'EXPIRED' ? new WalletFault('invalid_request', 'the request has expired') : answeredBefore();
}

/** Every request is answered once. */
export const answeredBefore = (): WalletFault => new WalletFault('invalid_request', 'the request has been answered');
