import { GraphQLError, parse, specifiedRules, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { rootFieldsRule } from './root-fields-rule.js';

/** A document that was read: valid, or the errors that refuse it. */
export interface ReadDocument {
  readonly document?: DocumentNode;
  readonly errors: readonly GraphQLError[];
}

const mostEntries = 1000;
const mostCharacters = 4_000_000;
const mostTokens = 15_000;
const rules = [...specifiedRules, rootFieldsRule];

/** Documents parsed and validated once, bounded by entries and characters; the least recently used leaves first. */
export class DocumentCache {
  readonly #documents = new Map<string, DocumentNode>();
  #characters = 0;

  constructor(private readonly schema: GraphQLSchema) {}

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
    try {
      const document = parse(text, { maxTokens: mostTokens });
      const errors = validate(this.schema, document, rules, { maxErrors: 20 });
      if (errors.length === 0) this.#keep(text, document);
      return { document, errors };
    } catch (fault) {
      if (fault instanceof GraphQLError) return { errors: [fault] };
      throw fault;
    }
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
