import type { CatalogueEntry } from './catalogue-entry.js';

export const applicationErrors = {
  ITEM_UNKNOWN: {
    status: 404,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  ITEM_NOT_OFFERED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  IMPLEMENTATION_UNKNOWN: {
    status: 404,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  MATERIAL_MISSING: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  MATERIAL_UNKNOWN: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  MATERIAL_INVALID: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  COMMITMENT_NOT_ALLOWED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  DEFERRAL_NOT_ALLOWED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  APPLICANT_KIND_NOT_ALLOWED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  MODE_NOT_OFFERED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  PRESENCE_REQUIRED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  APPLICATION_UNKNOWN: {
    status: 404,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  APPLICATION_STATE_CONFLICT: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CORRECTION_ALREADY_REQUESTED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  EXTENSION_ALREADY_GRANTED: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  SOLE_REVIEWER_MAY_NOT_DECIDE: {
    status: 403,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  INTAKE_UNKNOWN: {
    status: 404,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  INTAKE_STATE_CONFLICT: {
    status: 409,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  WINDOW_UNKNOWN: {
    status: 404,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
} satisfies Record<string, CatalogueEntry>;
