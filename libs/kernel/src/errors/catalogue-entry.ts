import type { InEveryLanguage } from '../language/language.js';

/**
 * One row of the error catalogue.
 * `status`: the HTTP status when the error answers a plain HTTP request.
 * `message`: what is wrong. `action`: what the reader can do about it.
 * `{name}` stands for a parameter of the error, `{field}` for the path of the input at fault; a part in `[…]` is left out
 * when a parameter in it is not given.
 */
export interface CatalogueEntry {
  readonly status: number;
  readonly message: InEveryLanguage;
  readonly action: InEveryLanguage;
}
