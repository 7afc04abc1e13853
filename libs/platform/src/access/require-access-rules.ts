import { PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, type ModulesContainer } from '@nestjs/core';
import { accessRuleKey } from './access-rules.js';

/** @nestjs/graphql's metadata key on a resolver's methods: `Query`, `Mutation`, `Subscription`, or an object type. */
export const resolverTypeKey = 'graphql:resolver_type';
/** The types whose fields are root fields. */
export const rootTypes = ['Query', 'Mutation', 'Subscription'];

/**
 * Refuses to start a program in which a root field or a route does not say who may call it.
 * @throws Error that names every such method
 */
export function requireAccessRules(modules: ModulesContainer): void {
  const open = [...modules.values()].flatMap((module) => [
    ...methodsOf(module.controllers.values()).filter(({ method }) => Reflect.hasMetadata(PATH_METADATA, method)),
    ...methodsOf(module.providers.values()).filter(({ method }) => isRootField(method)),
  ]);
  const missing = open.filter(({ method }) => !Reflect.hasMetadata(accessRuleKey, method)).map(({ name }) => name);
  if (missing.length > 0) {
    throw new Error(`No access rule (@AnyoneMay, @SignedIn, @RolesMay) on ${[...new Set(missing)].join(', ')}`);
  }
}

function isRootField(method: object): boolean {
  return rootTypes.includes(Reflect.getMetadata(resolverTypeKey, method) as string);
}

function methodsOf(wrappers: Iterable<{ metatype: unknown }>): { name: string; method: object }[] {
  const scanner = new MetadataScanner();
  return [...wrappers].flatMap(({ metatype }) => {
    if (typeof metatype !== 'function' || typeof metatype.prototype !== 'object') return [];
    const prototype = metatype.prototype as Record<string, object> | null;
    if (prototype === null) return [];
    return scanner
      .getAllMethodNames(prototype)
      .map((name) => ({ name: `${metatype.name}.${name}`, method: prototype[name] ?? {} }));
  });
}
