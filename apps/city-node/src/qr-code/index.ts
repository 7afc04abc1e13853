export { qrCodeOf } from './qr-code-of.js';
