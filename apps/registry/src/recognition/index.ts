export { RecognitionModule } from './recognition.module.js';
export { RecognitionExplanationResolver, RecognitionReasonResolver } from './recognition.resolver.js';
