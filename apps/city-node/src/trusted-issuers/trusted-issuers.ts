import { parseTrustList, type TrustList, type TrustListContent } from '#libs/credential';
import type { PublishedDocument } from '#libs/platform';

/** The part of the published trust list that is needed here. */
type Source = Pick<PublishedDocument<TrustListContent>, 'load' | 'current' | 'refresh'>;

/** The province's trust list (信任列表) as this node knows it: fetched when first needed, polled from then on. */
export class TrustedIssuers {
  private opened?: { readonly content: TrustListContent; readonly list: TrustList };
  private loaded?: Promise<unknown>;

  constructor(private readonly source: Source) {}

  /** The list at hand. @throws NODE_UNREACHABLE when it was never seen and the registry is down */
  async list(): Promise<TrustList> {
    this.loaded ??= this.source.load();
    await this.loaded.catch((fault: unknown) => {
      this.loaded = undefined;
      throw fault;
    });
    return this.open();
  }

  /** The list after asking the registry; the one at hand when the registry is down. */
  async refreshed(): Promise<TrustList> {
    await this.source.refresh().catch(() => undefined);
    return this.list();
  }

  /** One object per version: it holds the imported keys. */
  private open(): TrustList {
    const content = this.source.current;
    if (this.opened?.content !== content) this.opened = { content, list: parseTrustList(content) };
    return this.opened.list;
  }
}
