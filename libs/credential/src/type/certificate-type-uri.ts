const folder = '/certificate-types/';

/**
 * The `vct` of a certificate type (SD-JWT VC §3.2.2.1): the address at which the registry tells its type metadata.
 * @param registryUrl origin of the registry, without a trailing slash
 * @param key the type's key, e.g. `household-register`
 */
export const certificateTypeUri = (registryUrl: string, key: string): string => `${registryUrl}${folder}${key}`;

/** The key in a `vct` of this registry; undefined for any other `vct`. */
export function certificateTypeKeyOf(registryUrl: string, vct: string): string | undefined {
  const prefix = `${registryUrl}${folder}`;
  return vct.startsWith(prefix) && vct.length > prefix.length ? vct.slice(prefix.length) : undefined;
}
