export { UseByFunctionModule } from './use-by-function.module.js';
export { UseByFunctionResolver } from './use-by-function.resolver.js';
