import { join } from 'node:path';
import type { Clock } from '#libs/kernel';
import {
  directoryTyp,
  NodeDirectory,
  PublishedDocument,
  readJwkFile,
  type DirectoryDocument,
  type DirectoryNode,
} from '#libs/platform';
import type { IdentitySettings } from '../settings.js';

/** Milliseconds a copy of the directory is used before the registry is asked whether it changed. */
const freshMs = 5000;

/** The nodes of the province's signed directory; loaded by the first question, so a login starts without the registry. */
export class IssuerDirectory {
  #loaded: Promise<NodeDirectory> | undefined;
  #document: PublishedDocument<DirectoryDocument> | undefined;
  #askedAt = 0;

  constructor(
    private readonly settings: Pick<IdentitySettings, 'registryUrl' | 'trustAnchor' | 'stateDir'>,
    private readonly clock: Clock,
  ) {}

  /** The node of a division's own code; a county's code is none. @throws KuashiError NODE_UNREACHABLE */
  async nodeOf(division: string): Promise<DirectoryNode | undefined> {
    const node = (await this.#nodes()).nodeOf(division);
    return node?.division === division ? node : undefined;
  }

  /** The node at an address. @throws KuashiError NODE_UNREACHABLE */
  async nodeAt(url: string): Promise<DirectoryNode | undefined> {
    return (await this.#nodes()).everyNode().find((node) => node.url === url);
  }

  async #nodes(): Promise<NodeDirectory> {
    this.#loaded ??= this.#load();
    const nodes = await this.#loaded.catch((fault: unknown) => {
      this.#loaded = undefined;
      throw fault;
    });
    await this.#lookAgain();
    return nodes;
  }

  async #load(): Promise<NodeDirectory> {
    const { registryUrl, trustAnchor, stateDir } = this.settings;
    this.#document = new PublishedDocument<DirectoryDocument>({
      url: `${registryUrl}/directory`,
      typ: directoryTyp,
      anchor: readJwkFile(trustAnchor),
      file: join(stateDir, 'directory.jwt'),
      clock: this.clock,
    });
    this.#askedAt = this.clock.now().getTime();
    await this.#document.load();
    return new NodeDirectory(this.#document);
  }

  async #lookAgain(): Promise<void> {
    const now = this.clock.now().getTime();
    if (Math.abs(now - this.#askedAt) < freshMs) return;
    this.#askedAt = now;
    await this.#document?.refresh().catch(() => false);
  }
}
