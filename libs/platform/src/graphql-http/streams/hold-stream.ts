import { KuashiError, streamOf } from '#libs/kernel';
import type { CallerAuthentication } from '../../access/caller-authentication.js';
import { tokenExpiry } from '../../access/token-expiry.js';
import type { GraphQLRequest, GraphQLStream } from '../graphql-request.js';
import { refusal } from '../write-answer.js';
import type { OpenStreams } from './open-streams.js';

/** What every subscription is held by. */
export interface StreamGround {
  readonly streams: OpenStreams;
  readonly authentication: Pick<CallerAuthentication, 'millisecondsUntil'>;
}

/** Of a request, what its subscription is bound to. */
export type StreamOwner = Pick<GraphQLRequest, 'caller' | 'expires' | 'language' | 'requestId'>;

/**
 * The same stream, counted while it is open, and open no longer than its caller's token is good: then its last answer is
 * TOKEN_EXPIRED. Without a place for it, its only answer is TOO_MANY_SUBSCRIPTIONS.
 * @param cut breaks its connection off when the program ends
 */
export function holdStream(
  stream: GraphQLStream,
  owner: StreamOwner,
  { streams, authentication }: StreamGround,
  cut: () => void,
): GraphQLStream {
  return streamOf(async function* (ended) {
    const release = streams.admit(owner.caller, cut);
    if (release instanceof KuashiError) return yield refusal(release, owner);
    const { signal: expired, forget } = tokenExpiry(owner.expires, authentication);
    const end = (): void => void stream.return();
    for (const signal of [ended, expired]) signal.addEventListener('abort', end);
    try {
      while (!expired.aborted) {
        const { done, value } = await stream.next();
        if (expired.aborted) break;
        if (done === true) return;
        yield value;
      }
      yield refusal(new KuashiError('TOKEN_EXPIRED'), owner);
    } finally {
      forget();
      release();
      end();
    }
  });
}
