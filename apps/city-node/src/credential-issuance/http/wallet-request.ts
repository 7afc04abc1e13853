import type { FastifyRequest } from 'fastify';
import type { WalletRequest } from '../access/authenticate-wallet.js';

/** What of a request says who is asking. */
export const walletRequestOf = ({ method, headers }: FastifyRequest, path: string): WalletRequest => ({
  method,
  headers,
  path,
});
