export { qrCodeOf, svgQrCodeOf } from './qr-code-of.js';
