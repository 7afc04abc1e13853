import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { CallerRole } from './caller.js';

/** Who may call a root field or a route. */
export type AccessRule =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'own-tokens' }
  | { readonly kind: 'roles'; readonly roles: readonly CallerRole[] };

/** Metadata key of a method's access rule. */
export const accessRuleKey = 'kuashi:access';

/** Anyone may call, with or without a token. */
export const AnyoneMay = (): CustomDecorator => SetMetadata(accessRuleKey, { kind: 'anyone' } satisfies AccessRule);

/** A route whose tokens are meant for it alone (another audience, DPoP): it checks them itself and answers as its protocol says. */
export const ChecksItsTokens = (): CustomDecorator =>
  SetMetadata(accessRuleKey, { kind: 'own-tokens' } satisfies AccessRule);

/** A route for anyone, who may be talking to somebody else too: a token that comes along, whoever it is for, is not looked at. */
export const IgnoresTokens = (): CustomDecorator =>
  SetMetadata(accessRuleKey, { kind: 'own-tokens' } satisfies AccessRule);

/** Whoever has a valid token may call; UNAUTHENTICATED otherwise. */
export const SignedIn = (): CustomDecorator => SetMetadata(accessRuleKey, { kind: 'signed-in' } satisfies AccessRule);

/** Callers with at least one of the roles may call; UNAUTHENTICATED without a token, FORBIDDEN without the role. */
export const RolesMay = (...roles: [CallerRole, ...CallerRole[]]): CustomDecorator =>
  SetMetadata(accessRuleKey, { kind: 'roles', roles } satisfies AccessRule);
