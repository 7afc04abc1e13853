import { localSchema } from '#libs/routing';

/** What the public schema is composed of, as text. */
export interface SchemaTexts {
  /** the contract that the registry serves */
  readonly registry: string;
  /** the contract that every node serves */
  readonly node: string;
  /** the gateway’s own fields */
  readonly gateway: string;
}

/** The parts as they are now. @param contracts the emitted ones */
export const schemaTextsNow = (contracts: { readonly registry: string; readonly node: string }): SchemaTexts => ({
  ...contracts,
  gateway: `${localSchema.replace(/^ {2}/gm, '').trim()}\n`,
});
