export type { AccessRule } from './access/access-rules.js';
export { AnyoneMay, ChecksItsTokens, IgnoresTokens, RolesMay, SignedIn } from './access/access-rules.js';
export {
  accessTokenAudience,
  CallerAuthentication,
  discoverKeys,
  isOfToken,
  type AuthenticatedCaller,
  type CallerAuthenticationOptions,
} from './access/caller-authentication.js';
export { anonymous, callerRoles, type Caller, type CallerRole } from './access/caller.js';
export { CurrentCaller, RequestLanguage, type RequestFacts } from './access/request-facts.js';
export { emitContract, type ContractSource } from './contract/emit-contract.js';
export { rootFieldAccess } from './contract/root-field-access.js';
export { knowsEtag } from './documents/knows-etag.js';
export { directoryTyp, NodeDirectory, type DirectoryDocument, type DirectoryNode } from './documents/node-directory.js';
export {
  PublishedDocument,
  type PublishedClaims,
  type PublishedDocumentOptions,
} from './documents/published-document.js';
export { TrustListSource, trustListTyp } from './documents/trust-list-source.js';
export { problemOf } from './errors/problem.js';
export { UnreadableBodyIs } from './errors/protocol-errors.js';
export { describeToCaller, type DescribedError, type ErrorExtensions } from './errors/describe-to-caller.js';
export { Admission, type AdmissionOptions } from './graphql-http/admission/admission.js';
export { defaultAdmissionLimits, type AdmissionLimits } from './graphql-http/admission/admission-limits.js';
export { openRedisCounters, type RedisCounters } from './graphql-http/admission/redis-counters.js';
export { SharedCounts, type SharedCountsOptions } from './graphql-http/admission/shared-counts.js';
export { refuseForeignPage, type PermittedOrigins } from './graphql-http/admission/foreign-page.js';
export { GraphQLEndpoint, type SchemaOpenness } from './graphql-http/graphql-endpoint.js';
export { CitiesArgument, IdArgument, InputArgument } from './graphql/arguments.js';
export type { GraphQLAnswer, GraphQLExecutor, GraphQLRequest, GraphQLStream } from './graphql-http/graphql-request.js';
export { serveGraphQL, type GraphQLServerOptions } from './graphql-http/serve-graphql.js';
export { refusal } from './graphql-http/write-answer.js';
export { ConnectionOf, PageInfo, pageOf, type Edge, type Page } from './graphql/connection.js';
export { decodeCursor, encodeCursor, type CursorOrder, type CursorPlace, type SortKey } from './graphql/cursor.js';
export { formatError, type ErrorSurroundings, type FaultListener } from './graphql/format-error.js';
export { contractFile, contractModule } from './graphql/graphql-module.js';
export { KuashiGraphQLDriver } from './graphql/kuashi-driver.js';
export {
  describeText,
  Language,
  LanguageArgs,
  languageOf,
  languageTag,
  textIn,
  type TextInLanguages,
} from './graphql/language.js';
export { NodeExecutor, type GraphQLContext } from './graphql/node-executor.js';
export { Node } from './graphql/node-interface.js';
export { largestPage, PageArgs } from './graphql/page-args.js';
export { DateTimeScalar, DivisionCodeScalar, JsonScalar, LocalDateScalar, platformScalars } from './graphql/scalars.js';
export { ReadinessChecks, type ReadinessCheck } from './health/readiness-checks.js';
export { ProgramLog, type LogFacts } from './logging/program-log.js';
export {
  createHttpProgram,
  type HttpProgram,
  type HttpProgramOptions,
  type HttpProgramSettings,
} from './program/create-http-program.js';
export { Cors } from './program/cors.js';
export type { Mount } from './program/program-server.js';
export { explain, runMain } from './program/run-main.js';
export type { RunningProgram, StartProgram } from './program/running-program.js';
export type { Environment } from './settings/environment.js';
export { readJwkFile, readSecretFile } from './settings/key-files.js';
export { admissionSettings, queryPageSetting } from './settings/limit-settings.js';
export * as settingParsers from './settings/parsers.js';
export { projectFolder } from './settings/project-folder.js';
export {
  optional,
  readSettings,
  withDefault,
  type Setting,
  type SettingDefinitions,
  type SettingsOf,
} from './settings/setting.js';
export { programSettings, sharedSettings, type LogLevel, type Mode } from './settings/shared-settings.js';
export { continueTrace, type TraceContext } from './tracing/trace-context.js';
export { ParsedBy, type TextParser } from './validation/parsed-by.js';
