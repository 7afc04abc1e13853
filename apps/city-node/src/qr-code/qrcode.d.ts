/** The part of `qrcode` that is used; the package brings no types. */
declare module 'qrcode' {
  /** A QR code as SVG. */
  export function toString(
    text: string,
    options: { readonly type: 'svg'; readonly errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H'; readonly margin?: number },
  ): Promise<string>;
}
