import { asksIntrospection, KuashiError } from '#libs/kernel';
import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { SchemaOpenness } from '../graphql-http/graphql-endpoint.js';
import { brokenDocumentLimit, documentLimits, tooComplex } from './document-limits.js';

/** A document that was read: valid, or the errors that refuse it. */
export interface ReadDocument {
  readonly document?: DocumentNode;
  readonly errors: readonly GraphQLError[];
}

const mostEntries = 1000;
const mostCharacters = 4_000_000;
const shownErrors = 20;
/** Characters of a document in which names are guessed at: a guess is as costly as the name is long. */
const mostGuessed = 10_000;

/** Documents parsed and validated once, bounded by entries and characters; the least recently used leaves first. */
export class DocumentCache {
  readonly #documents = new Map<string, DocumentNode>();
  #characters = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly openness: SchemaOpenness,
  ) {}

  /** Reads a document. Refused ones are not kept: they cost their sender, and take no room from the others. */
  read(text: string): ReadDocument {
    const known = this.#documents.get(text);
    if (known !== undefined) {
      this.#documents.delete(text);
      this.#documents.set(text, known);
      return { document: known, errors: [] };
    }
    return this.#readNew(text);
  }

  #readNew(text: string): ReadDocument {
    const parsed = parseBounded(text);
    if (parsed instanceof GraphQLError) return { errors: [parsed] };
    const errors = this.#faultsOf(parsed, text);
    if (errors.length === 0) this.#keep(text, parsed);
    return { document: parsed, errors };
  }

  #faultsOf(document: DocumentNode, text: string): readonly GraphQLError[] {
    const { introspection, suggestions } = this.openness;
    const broken = brokenDocumentLimit(document);
    if (broken !== undefined) return [broken];
    if (!introspection && asksIntrospection(document)) return [introspectionOff()];
    const guesses = suggestions && text.length < mostGuessed;
    return validate(this.schema, document, undefined, { maxErrors: shownErrors, hideSuggestions: !guesses });
  }

  #keep(text: string, document: DocumentNode): void {
    this.#documents.set(text, document);
    this.#characters += text.length;
    while (this.#documents.size > mostEntries || this.#characters > mostCharacters) {
      const [oldest] = this.#documents.keys();
      if (oldest === undefined) return;
      this.#documents.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}

/** A text whose nesting exhausts the stack (RangeError) is as much too long as one with too many tokens. */
function parseBounded(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: documentLimits.tokens });
  } catch (fault) {
    if (!(fault instanceof GraphQLError) && !(fault instanceof RangeError)) throw fault;
    const isTooLong = !(fault instanceof GraphQLError) || fault.message.endsWith('tokens. Parsing aborted.');
    return isTooLong ? tooComplex('tokens', documentLimits.tokens) : fault;
  }
}

function introspectionOff(): GraphQLError {
  const originalError = new KuashiError('INTROSPECTION_OFF', { field: 'query' });
  return new GraphQLError(originalError.message, { originalError });
}
