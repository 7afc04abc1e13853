import { buildASTSchema, concatAST, execute, Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';

/** Answers GraphQL bodies over fixed records. Every body is executed once; from then on its answer is a look-up. */
export class Answering {
  private readonly schema: GraphQLSchema;
  private readonly answers = new Map<string, Promise<Buffer>>();

  constructor(
    contract: string,
    private readonly rootValue: Record<string, unknown>,
  ) {
    this.schema = buildASTSchema(plain(parse(contract)), { assumeValidSDL: true });
  }

  /** The bytes of the answer, kept for the next time. */
  answer(body: string): Promise<Buffer> {
    const known = this.answers.get(body);
    if (known) return known;
    const answer = this.execute(body);
    this.answers.set(body, answer);
    return answer;
  }

  private async execute(body: string): Promise<Buffer> {
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const { schema, rootValue } = this;
    const result = await execute({ schema, rootValue, document: parse(query), variableValues: variables });
    return Buffer.from(JSON.stringify(result));
  }
}

const service = parse('extend type Query { _service: _Service! } type _Service { sdl: String! }');

/** The types alone: directives mean nothing to an executor. A federation's gateway may ask for the contract's text. */
function plain(contract: DocumentNode): DocumentNode {
  const types = contract.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION);
  return concatAST([{ kind: Kind.DOCUMENT, definitions: types }, service]);
}
