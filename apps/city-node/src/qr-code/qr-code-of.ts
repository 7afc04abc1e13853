/** A text as a QR code (二维码): SVG that scales. The library is loaded at first use, so that no start waits for it. */
export async function svgQrCodeOf(text: string): Promise<string> {
  const { toString } = await import('qrcode');
  return toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
}

/** The same as an image to put into a page: a `data:` URI. */
export async function qrCodeOf(text: string): Promise<string> {
  return `data:image/svg+xml;base64,${Buffer.from(await svgQrCodeOf(text)).toString('base64')}`;
}
