import type { IncomingMessage } from 'node:http';
import type { Caller } from '../../access/caller.js';
import type { AdmissionLimits } from './admission-limits.js';
import { CallCount } from './call-count.js';
import { CallerPass } from './caller-pass.js';
import { clientAddress, isLoopback } from './client-address.js';
import { KeptCounts } from './kept-counts.js';

/** How callers are let in. */
export interface AdmissionOptions {
  readonly limits: AdmissionLimits;
  /** addresses of proxies whose `X-Forwarded-For` is believed */
  readonly proxies?: readonly string[];
  /** whether this machine's own address may ask as much as it likes: in the sandbox everybody has it */
  readonly freeLoopback?: boolean;
  /** milliseconds of a clock that never runs back */
  readonly now?: () => number;
}

/** Callers remembered of each kind. */
const mostKept = 100_000;

/**
 * Lets callers in, or tells them to wait: so many operations at the same time, so many calls and new documents in a
 * minute. Synchronous, for it is on the way of every request.
 */
export class Admission {
  readonly persons: KeptCounts<CallerPass>;
  readonly addresses: KeptCounts<CallerPass>;
  readonly clients: KeptCounts<CallCount>;
  private readonly proxies: ReadonlySet<string>;
  private readonly now: () => number;

  constructor(private readonly options: AdmissionOptions) {
    const { limits } = options;
    this.proxies = new Set(options.proxies);
    this.now = options.now ?? (() => performance.now());
    this.persons = new KeptCounts(() => this.passOf(new CallCount(limits.personCalls, 'calls-of-person')), mostKept);
    this.addresses = new KeptCounts((address) => this.passOfAddress(address), mostKept);
    this.clients = new KeptCounts(() => new CallCount(limits.clientCalls, 'calls-of-client'), mostKept);
  }

  /**
   * Lets a request in; who gets a pass must leave.
   * @throws KuashiError TOO_MANY_REQUESTS
   */
  enter(caller: Caller, request: IncomingMessage): CallerPass {
    const now = this.now();
    if (caller.signedIn) this.clients.of(caller.clientId, now).add(now);
    const pass = caller.signedIn
      ? this.persons.of(caller.subject, now)
      : this.addresses.of(clientAddress(request, this.proxies), now);
    pass.enter(now);
    return pass;
  }

  /**
   * Counts a token that has to be verified for the address it comes from: verifying costs as much as many requests.
   * @throws KuashiError TOO_MANY_REQUESTS
   */
  countStranger(request: IncomingMessage): void {
    const now = this.now();
    this.addresses.of(clientAddress(request, this.proxies), now).calls.add(now);
  }

  private passOf(calls: CallCount, mostDocuments = this.options.limits.newDocuments): CallerPass {
    return new CallerPass(calls, new CallCount(mostDocuments, 'new-documents'), this.options.limits.inFlight, this.now);
  }

  private passOfAddress(address: string): CallerPass {
    const isFree = this.options.freeLoopback === true && isLoopback(address);
    const calls = new CallCount(isFree ? 0 : this.options.limits.addressCalls, 'calls-of-address');
    return isFree ? this.passOf(calls, 0) : this.passOf(calls);
  }
}
