/** A word of the files as a GraphQL enum value: `legal-person` becomes `LEGAL_PERSON`. */
export const enumName = (word: string): string => word.toUpperCase().replaceAll('-', '_');
