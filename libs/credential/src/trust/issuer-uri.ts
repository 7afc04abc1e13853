/**
 * URI of an authority (颁发机构) as issuer: `iss` of its credentials. An address at its node, so that SD-JWT VC's issuer
 * metadata can be read below it; who may use it is the trust list's word.
 * @param nodeUrl the node's address from the node directory, without a trailing slash
 * @param authority 统一社会信用代码
 */
export const issuerUri = (nodeUrl: string, authority: string): string => `${nodeUrl}/issuers/${authority}`;
