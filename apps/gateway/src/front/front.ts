import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type {
  DirectoryDocument,
  GraphQLAnswer,
  GraphQLEndpoint,
  GraphQLExecutor,
  GraphQLRequest,
  GraphQLStream,
  ProgramLog,
  PublishedDocument,
  ReadinessChecks,
} from '#libs/platform';
import { KuashiError } from '#libs/kernel';
import { continueTrace, refusal } from '#libs/platform';
import type { Forwarded, RoutedRequest, RoutingEngine } from '#libs/routing';
import type { TrustedDocuments } from '../trusted-documents/index.js';

/** What the program made before Nest starts. */
export interface FrontParts {
  readonly engine: RoutingEngine;
  readonly directory: PublishedDocument<DirectoryDocument>;
  /** documents that clients may name, or the only ones that run */
  readonly trusted: TrustedDocuments;
  /** HTML for a browser that opens /graphql, if it shall have one */
  readonly page?: string;
  /** milliseconds between two looks at the node directory */
  readonly directoryInterval: number;
}

/** Hands /graphql to the routing engine, and keeps the node directory fresh: a new city needs no restart. */
export class Front implements GraphQLExecutor, OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly parts: FrontParts,
    private readonly endpoint: GraphQLEndpoint,
    private readonly checks: ReadinessChecks,
    private readonly log: ProgramLog,
  ) {}

  onModuleInit(): void {
    const { directory, directoryInterval, page } = this.parts;
    this.endpoint.serve(this, { page });
    this.checks.register('directory', () => (directory.current.nodes.length > 0 ? undefined : 'no nodes'));
    directory.startPolling(directoryInterval, (fault) => this.tellStale(fault));
  }

  /** A directory that cannot be had now is no fault here: the last one goes on to hold. */
  private tellStale(fault: unknown): void {
    if (!(fault instanceof KuashiError)) return this.log.fault(fault);
    this.log.warn('the node directory cannot be fetched; the last one holds', { code: fault.code });
  }

  /** The caller's own headers go on to the nodes, which verify the token themselves; the request id is this program's. */
  execute(request: GraphQLRequest): Promise<GraphQLAnswer> | GraphQLAnswer {
    const query = this.parts.trusted.textOf(request);
    if (query instanceof KuashiError) return refusal(query, request);
    return this.parts.engine.execute(askedOf(query, request));
  }

  subscribe(request: GraphQLRequest): Promise<GraphQLAnswer | GraphQLStream> | GraphQLAnswer {
    const query = this.parts.trusted.textOf(request);
    if (query instanceof KuashiError) return refusal(query, request);
    return this.parts.engine.subscribe(askedOf(query, request));
  }

  async onApplicationShutdown(): Promise<void> {
    this.parts.directory.stopPolling();
    await this.parts.engine.close();
  }
}

function askedOf(query: string, request: GraphQLRequest): RoutedRequest {
  const { operationName, variables, language, method, extensions, admitDocument } = request;
  const report = extensions?.['routing'] === true;
  return { query, operationName, variables, forwarded: forwardedOf(request), language, method, report, admitDocument };
}

function forwardedOf({ headers, requestId }: GraphQLRequest): Forwarded {
  const { authorization, 'accept-language': acceptLanguage, traceparent } = headers;
  const trace = traceparent === undefined ? undefined : continueTrace(headers);
  return { authorization: text(authorization), acceptLanguage: text(acceptLanguage), requestId, ...trace };
}

const text = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
