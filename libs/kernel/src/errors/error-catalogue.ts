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

/** The codes by topic, in the order in which a reader looks for them. */
const topics = {
  input: inputErrors,
  access: accessErrors,
  admission: admissionErrors,
  routing: routingErrors,
  identifiers: identifierErrors,
  applications: applicationErrors,
  certificates: certificateErrors,
  certificateUses: certificateUseErrors,
  mandates: mandateErrors,
  presentations: presentationErrors,
  exchange: exchangeErrors,
  system: systemErrors,
};

/** A topic of the catalogue: the errors of one feature. */
export type ErrorTopic = keyof typeof topics;

const entries = {
  ...topics.input,
  ...topics.access,
  ...topics.admission,
  ...topics.routing,
  ...topics.identifiers,
  ...topics.applications,
  ...topics.certificates,
  ...topics.certificateUses,
  ...topics.mandates,
  ...topics.presentations,
  ...topics.exchange,
  ...topics.system,
};

/** Every code an answer of Kuashi can carry. Closed: a new error is a new row in the topic file that fits. */
export type ErrorCode = keyof typeof entries;

/** The catalogue: code → HTTP status, message and action in every language. */
export const errorCatalogue: Readonly<Record<ErrorCode, CatalogueEntry>> = entries;

/** The rows of the catalogue by topic. */
export const errorTopics: Readonly<Record<ErrorTopic, Readonly<Record<string, CatalogueEntry>>>> = topics;
