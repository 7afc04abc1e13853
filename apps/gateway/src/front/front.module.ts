import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLEndpoint, ProgramLog, ReadinessChecks } from '#libs/platform';
import { Front, type FrontParts } from './front.js';

export type { FrontParts };

/** The gateway's /graphql, served by the routing engine. */
@Module({})
export class FrontModule {
  static over(parts: FrontParts): DynamicModule {
    return {
      module: FrontModule,
      providers: [
        {
          provide: Front,
          useFactory: (endpoint: GraphQLEndpoint, checks: ReadinessChecks, log: ProgramLog) =>
            new Front(parts, endpoint, checks, log),
          inject: [GraphQLEndpoint, ReadinessChecks, ProgramLog],
        },
      ],
    };
  }
}
