export { Catalogue, type RecognitionQuestion, type RecognitionVerdict } from './catalogue.js';
export { CatalogueModule } from './catalogue.module.js';
export { DayUnit, HandlingMode } from './vocabulary.js';
