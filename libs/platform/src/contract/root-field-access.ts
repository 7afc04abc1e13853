import type { Type } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import { accessRuleKey, type AccessRule } from '../access/access-rules.js';
import { rootTypes, resolverTypeKey } from '../access/require-access-rules.js';

/** @nestjs/graphql's metadata key of the name that a field has in the schema. */
const resolverNameKey = 'graphql:resolver_name';

/** Who may call each root field of a program, by the field's name, as its decorators say: what the pages of the API tell. */
export function rootFieldAccess(resolvers: readonly Type[]): Readonly<Record<string, AccessRule>> {
  return Object.fromEntries(resolvers.flatMap(({ prototype }) => rulesOf(prototype as Record<string, object>)));
}

function rulesOf(prototype: Readonly<Record<string, object>>): [string, AccessRule][] {
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((method) => {
    const handler = prototype[method] ?? {};
    const rule = Reflect.getMetadata(accessRuleKey, handler) as AccessRule | undefined;
    if (!rule || !rootTypes.includes(Reflect.getMetadata(resolverTypeKey, handler) as string)) return [];
    const name = (Reflect.getMetadata(resolverNameKey, handler) as string | undefined) ?? method;
    return [[name, rule]];
  });
}
