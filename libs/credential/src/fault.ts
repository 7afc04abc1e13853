/** A token or list that is refused; `reason` is the code a report carries. */
export class CredentialFault extends Error {
  constructor(
    readonly reason: string,
    readonly detail?: string,
  ) {
    super(detail === undefined ? reason : `${reason}: ${detail}`);
    this.name = 'CredentialFault';
  }
}
