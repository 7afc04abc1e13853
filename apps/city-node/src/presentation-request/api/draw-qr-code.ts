/** Draws a text as a QR code (二维码): SVG that scales; the library is loaded with the first code. */
export async function drawQrCode(text: string): Promise<string> {
  const { default: qrcode } = await import('qrcode');
  return qrcode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
}
