import type { CatalogueEntry } from './catalogue-entry.js';

export const certificateErrors = {
  CERTIFICATE_TYPE_UNKNOWN: {
    status: 404,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CERTIFICATE_UNKNOWN: {
    status: 404,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CERTIFICATE_REVOKED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CERTIFICATE_SUSPENDED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CERTIFICATE_EXPIRED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CERTIFICATE_SUPERSEDED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CERTIFICATE_NOT_YOURS: {
    status: 403,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CERTIFICATE_NOT_RECOGNISED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CERTIFICATE_UNDETERMINED: {
    status: 503,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CERTIFICATE_INVALID: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CERTIFICATE_TYPE_NOT_ACCEPTED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CERTIFICATE_STATE_CONFLICT: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  ISSUER_NOT_ENTITLED: {
    status: 403,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
} satisfies Record<string, CatalogueEntry>;
