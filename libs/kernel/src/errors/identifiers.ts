import type { CatalogueEntry } from './catalogue-entry.js';

export const identifierErrors = {
  IDENTIFIER_MALFORMED: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  CHECK_CHARACTER_WRONG: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  RESIDENT_ID_NOT_ACCEPTED: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  DIVISION_UNKNOWN: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  DIVISION_RETIRED: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  DIVISION_SYNTHETIC: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  ID_MALFORMED: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
  ID_OF_OTHER_TYPE: {
    status: 400,
    message: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
    action: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  },
} satisfies Record<string, CatalogueEntry>;
