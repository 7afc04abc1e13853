export { Catalogue, type RecognitionQuestion, type RecognitionVerdict } from './catalogue.js';
