import { accessErrors } from './access.js';
import { admissionErrors } from './admission.js';
import { applicationErrors } from './applications.js';
import type { CatalogueEntry } from './catalogue-entry.js';
import { certificateUseErrors } from './certificate-uses.js';
import { certificateErrors } from './certificates.js';
import { exchangeErrors } from './exchange.js';
import { identifierErrors } from './identifiers.js';
import { inputErrors } from './input.js';
import { presentationErrors } from './presentations.js';
import { mandateErrors } from './mandates.js';
import { routingErrors } from './routing.js';
import { systemErrors } from './system.js';

const entries = {
  ...inputErrors,
  ...admissionErrors,
  ...identifierErrors,
  ...certificateErrors,
  ...certificateUseErrors,
  ...applicationErrors,
  ...mandateErrors,
  ...exchangeErrors,
  ...presentationErrors,
  ...accessErrors,
  ...routingErrors,
  ...systemErrors,
};

/** Every code an answer of Kuashi can carry. Closed: a new error is a new row in the topic file that fits. */
export type ErrorCode = keyof typeof entries;

/** The catalogue: code → HTTP status, message and action in every language. */
export const errorCatalogue: Readonly<Record<ErrorCode, CatalogueEntry>> = entries;
