import { errorCatalogue, type ErrorCode } from './error-catalogue.js';
import type { ErrorParams } from './error-params.js';
import { fillIn } from './fill-in.js';

/** What an error says about its case. Never put a personal number into `params`: they reach answers and logs. */
export interface ErrorDetails {
  /** Path of the input at fault, as the caller wrote it: `input.materials.0.certificate`. */
  readonly field?: string;
  /** Values for the placeholders of the catalogue's texts. */
  readonly params?: ErrorParams;
  /** The error that led here; for the log only, never shown. */
  readonly cause?: unknown;
}

/** The one error class of Kuashi: a code of the closed catalogue, the field at fault and the parameters of its texts. */
export class KuashiError extends Error {
  override readonly name = 'KuashiError';
  readonly code: ErrorCode;
  readonly field?: string;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    const { field, params = {}, cause } = details;
    super(
      fillIn(errorCatalogue[code].message.en, 'en', { field, params }),
      cause === undefined ? undefined : { cause },
    );
    this.code = code;
    this.field = field;
    this.params = params;
  }

  /** The HTTP status of the catalogue. */
  get status(): number {
    return errorCatalogue[this.code].status;
  }
}

/** Whether a text is a code of the catalogue (codes also arrive from other nodes). */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.hasOwn(errorCatalogue, text);
}
