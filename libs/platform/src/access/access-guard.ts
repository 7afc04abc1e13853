import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import type { Reflector } from '@nestjs/core';
import type { CallerAuthentication } from './caller-authentication.js';
import { accessRuleKey, type AccessRule } from './access-rules.js';
import type { Caller } from './caller.js';
import { requestFactsOf, type HttpRequest } from './request-facts.js';

/** Denies by default: a root field or a route without an access rule cannot be called by anybody. */
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: CallerAuthentication,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(accessRuleKey, [context.getHandler()]);
    const http = context.getType<string>() === 'http';
    if (http && rule?.kind === 'own-tokens') return true;
    if (http) await this.#recogniseCaller(context);
    permit(rule, requestFactsOf(context).caller);
    return true;
  }

  /** GraphQL's callers are recognised before execution; a REST request's caller is recognised here. */
  async #recogniseCaller(context: ExecutionContext): Promise<void> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const { authorization } = request.headers;
    const { caller } = await this.authentication.authenticate(
      typeof authorization === 'string' ? authorization : undefined,
    );
    request.caller = caller;
  }
}

/** @throws KuashiError UNAUTHENTICATED or FORBIDDEN */
export function permit(rule: AccessRule | undefined, caller: Caller): void {
  if (rule === undefined || rule.kind === 'own-tokens') throw new KuashiError('FORBIDDEN');
  if (rule.kind === 'anyone') return;
  if (!caller.signedIn) throw new KuashiError('UNAUTHENTICATED');
  if (rule.kind === 'roles' && !rule.roles.some((role) => caller.roles.includes(role))) {
    throw new KuashiError('FORBIDDEN', { params: { roles: rule.roles.join(', ') } });
  }
}
