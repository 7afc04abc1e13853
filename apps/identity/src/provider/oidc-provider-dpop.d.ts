/** The provider's own check of DPoP proofs: exported by its file, not by its index. */
declare module 'oidc-provider/lib/helpers/validate_dpop.js' {
  import type { errors, KoaContextWithOIDC, Provider } from 'oidc-provider';

  interface DpopProof {
    readonly thumbprint: string;
    readonly jti: string;
    readonly iat: number;
  }
  export default function validateDpop(provider: Provider, context: KoaContextWithOIDC): Promise<DpopProof | undefined>;
  export function checkDpopReplay(
    provider: Provider,
    context: KoaContextWithOIDC,
    proof: DpopProof | undefined,
    clientId: string,
    ErrorClass: new (description: string) => errors.OIDCProviderError,
  ): Promise<void>;
}
