export { Implementation, presentImplementation } from './implementation.model.js';
export { ImplementationModule } from './implementation.module.js';
export { ImplementationResolver } from './implementation.resolver.js';
export { ServiceItemResolver } from './service-item.resolver.js';
