/** A text as QR code, SVG. The library is loaded when the first one is drawn. */
export async function qrCode(text: string): Promise<string> {
  const { toString } = await import('qrcode');
  return toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
}
