import { Module, type DynamicModule, type OnModuleInit, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, ModulesContainer, Reflector } from '@nestjs/core';
import { AccessGuard } from '../access/access-guard.js';
import { CallerAuthentication } from '../access/caller-authentication.js';
import { requireAccessRules } from '../access/require-access-rules.js';
import { ProblemFilter } from '../errors/problem-filter.js';
import { GraphQLEndpoint } from '../graphql-http/graphql-endpoint.js';
import { HealthController } from '../health/health.controller.js';
import { ReadinessChecks } from '../health/readiness-checks.js';
import { ProgramLog } from '../logging/program-log.js';
import { InputValidationPipe } from '../validation/input-validation-pipe.js';

/** What the program made before Nest starts. */
export interface PlatformParts {
  readonly endpoint: GraphQLEndpoint;
  readonly authentication: CallerAuthentication;
  readonly log: ProgramLog;
}

const enhancers: Provider[] = [
  {
    provide: APP_GUARD,
    useFactory: (reflector: Reflector, authentication: CallerAuthentication) =>
      new AccessGuard(reflector, authentication),
    inject: [Reflector, CallerAuthentication],
  },
  { provide: APP_FILTER, useFactory: (log: ProgramLog) => new ProblemFilter(log), inject: [ProgramLog] },
  { provide: APP_PIPE, useFactory: () => new InputValidationPipe() },
];

/** The glue every program shares; its providers can be injected everywhere. */
@Module({})
export class PlatformModule implements OnModuleInit {
  constructor(private readonly modules: ModulesContainer) {}

  static over({ endpoint, authentication, log }: PlatformParts): DynamicModule {
    const shared: Provider[] = [
      { provide: GraphQLEndpoint, useValue: endpoint },
      { provide: CallerAuthentication, useValue: authentication },
      { provide: ProgramLog, useValue: log },
      ReadinessChecks,
    ];
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController],
      providers: [...shared, ...enhancers],
      exports: [GraphQLEndpoint, CallerAuthentication, ProgramLog, ReadinessChecks],
    };
  }

  /** A program that leaves a door without a rule does not start. */
  onModuleInit(): void {
    requireAccessRules(this.modules);
  }
}
