/** A text as a QR code: an SVG image as `data:` URI. The library is loaded at first use, so that no start waits for it. */
export async function qrCodeOf(text: string): Promise<string> {
  const { toString } = await import('qrcode');
  const svg = await toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
