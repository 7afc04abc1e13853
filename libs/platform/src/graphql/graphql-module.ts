import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule, type GqlModuleOptions } from '@nestjs/graphql';
import { projectFolder } from '../settings/project-folder.js';
import { KuashiGraphQLDriver } from './kuashi-driver.js';

/** Path of an emitted contract: `libs/contract/<name>.graphql`. */
export function contractFile(name: string): string {
  return join(projectFolder(), 'libs', 'contract', `${name}.graphql`);
}

/**
 * The Nest module that serves a contract. `include`: the modules whose resolvers belong to it; absent: all of the program.
 * @param contract the SDL itself, or `{ file }`.
 */
export function contractModule(
  contract: string | { readonly file: string },
  options: Pick<GqlModuleOptions, 'include'> = {},
): DynamicModule {
  const typeDefs = typeof contract === 'string' ? contract : readFileSync(contract.file, 'utf8');
  return GraphQLModule.forRoot({ driver: KuashiGraphQLDriver, typeDefs, path: '/graphql', ...options });
}
