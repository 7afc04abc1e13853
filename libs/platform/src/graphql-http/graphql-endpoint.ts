import type { GraphQLExecutor } from './graphql-request.js';

/** What callers may learn about the schema from the program itself. */
export interface SchemaOpenness {
  /** by `__schema` and `__type` */
  readonly introspection: boolean;
  /** by guesses such as “Did you mean …” in refusals */
  readonly suggestions: boolean;
}

/** The program's /graphql: whoever owns the executor puts it here before the program listens. */
export class GraphQLEndpoint {
  #executor: GraphQLExecutor | undefined;
  #page: string | undefined;

  constructor(readonly openness: SchemaOpenness = { introspection: true, suggestions: true }) {}

  /** The executor, if the program serves GraphQL. */
  get executor(): GraphQLExecutor | undefined {
    return this.#executor;
  }

  /** The HTML page a browser gets that opens /graphql, if there is one. */
  get page(): string | undefined {
    return this.#page;
  }

  /** Serves /graphql by this executor from now on; a browser that opens it gets the page. */
  serve(executor: GraphQLExecutor, options: { readonly page?: string } = {}): void {
    this.#executor = executor;
    this.#page = options.page;
  }
}
