import type { CatalogueEntry } from './catalogue-entry.js';

export const inputErrors = {
  BAD_INPUT: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  REQUEST_MALFORMED: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  NOT_FOUND: {
    status: 404,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  QUERY_INVALID: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  QUERY_TOO_COMPLEX: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
} satisfies Record<string, CatalogueEntry>;
