import type { JWK } from 'jose';
import type { Clock } from '#libs/kernel';
import type { IssuerKey } from '#libs/credential';

/** What the registry knows of itself from its settings. */
export class RegistryContext {
  readonly clock: Clock;
  /** The province's key: signs the trust list and the node directory. */
  readonly signingKey: IssuerKey;
  /** Its public half. */
  readonly publicKey: JWK;
  /** Address others reach the registry at, as the node directory says it: part of every `vct`. */
  readonly url: string;
  /** Source of the node directory; read again when it changes. */
  readonly directoryFile: string;
  readonly seedsDir: string;
  /** For how many days a trust list may be relied on. */
  readonly trustListDays: number;

  constructor(
    facts: Pick<RegistryContext, 'clock' | 'signingKey' | 'publicKey' | 'url' | 'directoryFile' | 'seedsDir'> &
      Partial<Pick<RegistryContext, 'trustListDays'>>,
  ) {
    this.clock = facts.clock;
    this.signingKey = facts.signingKey;
    this.publicKey = facts.publicKey;
    this.url = facts.url;
    this.directoryFile = facts.directoryFile;
    this.seedsDir = facts.seedsDir;
    this.trustListDays = facts.trustListDays ?? 7;
  }
}
