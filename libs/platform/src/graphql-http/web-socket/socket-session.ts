import type { IncomingMessage } from 'node:http';
import { KuashiError, negotiateLanguage, type Language, type Stream } from '#libs/kernel';
import type { FormattedExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import { CloseCode } from 'graphql-ws';
import type { AuthenticatedCaller, CallerAuthentication } from '../../access/caller-authentication.js';
import { tokenExpiry, type TokenExpiry } from '../../access/token-expiry.js';
import { describeToCaller } from '../../errors/describe-to-caller.js';
import type { FaultListener } from '../../graphql/format-error.js';
import { requestIdOf } from '../../program/request-id.js';
import type { GraphQLExecutor } from '../graphql-request.js';
import type { Caller } from '../../access/caller.js';
import type { Admission } from '../admission/admission.js';
import type { CallerPass } from '../admission/caller-pass.js';
import type { OpenStreams } from '../streams/open-streams.js';
import { OperationRefused, resultsOf } from './socket-operation.js';

/** What all connections share. */
export interface SocketGround {
  readonly executor: GraphQLExecutor;
  readonly authentication: CallerAuthentication;
  readonly streams: OpenStreams;
  readonly onFault: FaultListener;
  /** Who has to wait; nobody unless set. */
  readonly admission?: Admission;
  /** Most operations under way on one connection. */
  readonly operations: number;
}

/** How a session ends its connection. */
export interface SocketEnds {
  close(code: number, reason: string): void;
  /** Breaks it off. */
  cut(): void;
}

/** Closed for now: the client may come again (RFC 6455 registry). */
const tryAgainLater = 1013;

/** One connection: who is at its other end, how long that holds, and how many operations are under way. */
export class SocketSession {
  readonly #language: Language;
  readonly #requestId: string;
  #caller: AuthenticatedCaller | undefined;
  #expiry: TokenExpiry | undefined;
  #underWay = 0;
  #closed = false;

  constructor(
    private readonly request: IncomingMessage,
    private readonly ground: SocketGround,
    private readonly ends: SocketEnds,
  ) {
    this.#language = negotiateLanguage(request.headers['accept-language']);
    this.#requestId = requestIdOf(request.headers);
  }

  /** Recognises the caller by the parameters of `connection_init`, else by the request for the socket; false when refused. */
  async begin(params: Readonly<Record<string, unknown>> = {}): Promise<boolean> {
    try {
      const { authorization = params['Authorization'] ?? this.request.headers.authorization } = params;
      if (authorization !== undefined && typeof authorization !== 'string') throw new KuashiError('TOKEN_INVALID');
      this.#caller = await this.#recognise(authorization);
    } catch (fault) {
      return this.#refuse(fault);
    }
    if (!this.#closed) this.#endWithToken(this.#caller.expires);
    return !this.#closed;
  }

  /** Begins an operation. */
  run(payload: object): Stream<FormattedExecutionResult> {
    this.#underWay += 1;
    const isOneTooMany = this.#underWay > this.ground.operations;
    const known = this.#caller ?? fail();
    const authorization = known.token === undefined ? undefined : `Bearer ${known.token}`;
    const facts = { ...known, language: this.#language, headers: { ...this.request.headers, authorization } };
    return resultsOf(payload, facts, {
      ...this.ground,
      enter: () => this.#enter(known.caller, isOneTooMany),
      cut: () => this.ends.cut(),
    });
  }

  /** An operation is over. */
  completed(): void {
    this.#underWay -= 1;
    this.#closeIfExpired();
  }

  /** Errors for the `error` message of an operation. */
  describe(errors: readonly GraphQLError[]): readonly GraphQLFormattedError[] {
    return errors.flatMap(({ originalError }) => {
      if (originalError instanceof OperationRefused) return originalError.errors;
      this.ground.onFault(originalError, { requestId: this.#requestId });
      return [describeToCaller(originalError, this.#language, this.#requestId)];
    });
  }

  /** The connection is closed. */
  end(): void {
    this.#closed = true;
    this.#expiry?.forget();
  }

  /** As over HTTP: a token that was not seen before is counted for the address it comes from. */
  async #recognise(authorization: string | undefined): Promise<AuthenticatedCaller> {
    const { authentication, admission } = this.ground;
    const known = authentication.known(authorization);
    if (known !== undefined) return known;
    admission?.countStranger(this.request);
    return authentication.authenticate(authorization);
  }

  #enter(caller: Caller, isOneTooMany: boolean): CallerPass | undefined {
    const { operations, admission } = this.ground;
    if (isOneTooMany) throw new KuashiError('TOO_MANY_SUBSCRIPTIONS', { params: { limit: operations } });
    return admission?.enter(caller, this.request);
  }

  #refuse(fault: unknown): false {
    if (!(fault instanceof KuashiError)) throw fault;
    this.ends.close(fault.status === 401 ? CloseCode.Forbidden : tryAgainLater, fault.code);
    return false;
  }

  #endWithToken(expires: number | undefined): void {
    this.#expiry = tokenExpiry(expires, this.ground.authentication);
    this.#expiry.signal.addEventListener('abort', () => this.#closeIfExpired());
  }

  /** Subscriptions end with the token by themselves and say so; only then is the connection closed. */
  #closeIfExpired(): void {
    if (this.#expiry?.signal.aborted !== true || this.#underWay > 0) return;
    this.ends.close(CloseCode.Forbidden, 'TOKEN_EXPIRED');
  }
}

function fail(): never {
  throw new Error('An operation began before its connection did');
}
