import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

const key = 'unreadableBody';

/**
 * Says with which error code of its own protocol a route answers a body that cannot be read (no JSON, another media
 * type): such a body is refused before the route's own code runs. The answer is `{"error": code}`, status 400.
 */
export const UnreadableBodyIs = (code: string): MethodDecorator => RouteConfig({ [key]: code });

/** The answer of the request's route to a body that cannot be read, if its protocol has one. */
export function protocolErrorOf({ routeOptions }: FastifyRequest): { readonly error: string } | undefined {
  const config = routeOptions?.config as unknown as Readonly<Record<string, unknown>> | undefined;
  const code = config?.[key];
  return typeof code === 'string' ? { error: code } : undefined;
}
