/**
 * Whether the one who asks has this version already (`If-None-Match`, RFC 9110 §13.1.2): one tag, several, or `*`; a tag
 * that a proxy has weakened on the way counts.
 */
export function knowsEtag(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
