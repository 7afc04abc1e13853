import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KuashiError, type Clock } from '#libs/kernel';
import { compactVerify, importJWK, type CryptoKey, type JWK } from 'jose';

/** Where a signed document is published and how it is checked. */
export interface PublishedDocumentOptions {
  /** Address it is fetched from. */
  readonly url: string;
  /** `typ` of its JWS header, e.g. `kuashi-directory+jwt`. */
  readonly typ: string;
  /** Public key of its publisher (the province); the key is never taken from the document. */
  readonly anchor: JWK;
  /** Copy on disk: a program starts with it while the publisher is down. */
  readonly file?: string;
  readonly clock: Clock;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

/** Claims every published document has; `iat` never goes backwards, not over a restart either. */
export interface PublishedClaims {
  readonly iat?: number;
}

/** A document the province signs (compact JWS, ES256) and everybody polls: the node directory, the trust list. */
export class PublishedDocument<T extends object> {
  #current: (T & PublishedClaims) | undefined;
  #etag: string | undefined;
  #key: CryptoKey | Uint8Array | undefined;
  #checkedAt: Date | undefined;
  #poll: NodeJS.Timeout | undefined;

  constructor(protected readonly options: PublishedDocumentOptions) {}

  /**
   * Fetches the document; the copy on disk stands in when the publisher cannot be reached or says something older.
   * @throws KuashiError NODE_UNREACHABLE or NODE_ANSWER_INVALID when there is neither.
   */
  async load(): Promise<T> {
    await this.#loadCopy();
    try {
      await this.refresh();
    } catch (fault) {
      if (this.#current === undefined) throw fault;
    }
    return this.current;
  }

  /** The document as last seen. @throws KuashiError NODE_UNREACHABLE before the first load. */
  get current(): T {
    if (this.#current === undefined) throw this.#unreachable();
    return this.#current;
  }

  /** When the publisher last confirmed the document; undefined while it rests on the copy on disk. */
  get checkedAt(): Date | undefined {
    return this.#checkedAt;
  }

  /**
   * Asks the publisher whether the document changed. True when it did.
   * @throws KuashiError NODE_UNREACHABLE; NODE_ANSWER_INVALID when what came is not signed by the anchor or is older.
   */
  async refresh(): Promise<boolean> {
    const answer = await this.#fetch();
    if (answer.status !== 304) return await this.#take(answer);
    this.#checkedAt = this.options.clock.now();
    return false;
  }

  /** Refreshes at this interval; a failed attempt leaves the document as it is and is told to `onFault`. */
  startPolling(intervalMs: number, onFault: (fault: unknown) => void = () => undefined): void {
    this.stopPolling();
    this.#poll = setInterval(() => void this.refresh().catch(onFault), intervalMs);
    this.#poll.unref();
  }

  stopPolling(): void {
    clearInterval(this.#poll);
  }

  async #fetch(): Promise<Response> {
    const headers: Record<string, string> = this.#etag === undefined ? {} : { 'if-none-match': this.#etag };
    const signal = AbortSignal.timeout(this.options.timeoutMs ?? 3000);
    try {
      const answer = await (this.options.fetch ?? fetch)(this.options.url, { headers, signal, redirect: 'error' });
      if (answer.status === 200 || answer.status === 304) return answer;
      await answer.body?.cancel();
    } catch (cause) {
      throw this.#unreachable(cause);
    }
    throw this.#unreachable();
  }

  async #take(answer: Response): Promise<boolean> {
    const text = await answer.text().catch((cause: unknown) => Promise.reject(this.#unreachable(cause)));
    const claims = await this.#verify(text);
    if ((claims.iat ?? 0) < (this.#current?.iat ?? 0)) throw this.#invalid('older than the one at hand');
    const changed = JSON.stringify(claims) !== JSON.stringify(this.#current);
    this.#etag = answer.headers.get('etag') ?? undefined;
    this.#checkedAt = this.options.clock.now();
    if (!changed) return false;
    this.#current = claims;
    await this.#keepCopy(text);
    return true;
  }

  /** A copy that cannot be read, or that another publisher signed, is none. */
  async #loadCopy(): Promise<void> {
    const { file } = this.options;
    if (this.#current !== undefined || file === undefined) return;
    const copy = readFile(file, 'utf8').then((text) => this.#verify(text));
    this.#current = await copy.catch(() => undefined);
  }

  async #keepCopy(text: string): Promise<void> {
    const { file } = this.options;
    if (file === undefined) return;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }

  async #verify(text: string): Promise<T & PublishedClaims> {
    try {
      this.#key ??= await importJWK(this.options.anchor, 'ES256');
      const { payload, protectedHeader } = await compactVerify(text.trim(), this.#key, { algorithms: ['ES256'] });
      if (protectedHeader.typ !== this.options.typ) throw new Error('wrong typ');
      const claims: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
      if (typeof claims !== 'object' || claims === null) throw new Error('not an object');
      return claims as T;
    } catch (cause) {
      throw this.#invalid('not signed by its publisher', cause);
    }
  }

  #unreachable(cause?: unknown): KuashiError {
    return new KuashiError('NODE_UNREACHABLE', { params: { node: this.options.url }, cause });
  }

  #invalid(reason: string, cause?: unknown): KuashiError {
    return new KuashiError('NODE_ANSWER_INVALID', { params: { node: this.options.url, reason }, cause });
  }
}
