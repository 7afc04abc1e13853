export { FindCentres } from './find-centres.js';
export { ServiceCentreResolver, WindowResolver } from './service-centre.resolver.js';
export { ServiceCentre, Window } from './service-centre.model.js';
export { WindowModule } from './window.module.js';
