export { ExchangeController } from './exchange.controller.js';
