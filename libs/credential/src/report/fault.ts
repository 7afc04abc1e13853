import type { Reason } from './reasons.js';

/** A token, list or request that is refused; `reason` is the code a report carries, `detail` says where. */
export class CredentialFault extends Error {
  constructor(
    readonly reason: Reason,
    readonly detail?: string,
  ) {
    super(detail === undefined ? reason : `${reason}: ${detail}`);
    this.name = 'CredentialFault';
  }
}
