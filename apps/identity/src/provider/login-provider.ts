import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { prepareRequest } from './prepare-request.js';
import type { ProviderParts } from './provider-parts.js';

/** The OpenID provider, loaded by the first request that needs it: its 250 modules are not needed to start. */
export class LoginProvider {
  #made: Promise<Provider> | undefined;
  #handler: ReturnType<Provider['callback']> | undefined;
  #report: (fault: unknown) => void = () => undefined;

  constructor(private readonly parts: ProviderParts) {}

  /** Faults inside the provider end as a plain error page; `report` is told which. */
  onFault(report: (fault: unknown) => void): void {
    this.#report = report;
  }

  /** The provider, the same for all who ask. */
  get(): Promise<Provider> {
    return (this.#made ??= this.#make());
  }

  /** Answers a request to one of the provider's own paths. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      this.#handler ??= (await this.get()).callback();
      await prepareRequest(request);
      await this.#handler(request, response);
    } catch (fault) {
      this.#report(fault);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  }

  async #make(): Promise<Provider> {
    const { createProvider } = await import('./create-provider.js');
    const provider = createProvider(this.parts);
    return provider.on('server_error', (_context, fault) => this.#report(fault));
  }
}
