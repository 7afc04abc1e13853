import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The address a request comes from, as callers are told apart: of IPv6 the network (/64) that one household has. Behind a
 * proxy of the list, the last address in `X-Forwarded-For` that is none of them: what stands before it anybody may have
 * written.
 */
export function clientAddress({ socket, headers }: IncomingMessage, proxies: ReadonlySet<string>): string {
  const peer = plain(socket.remoteAddress ?? '');
  if (proxies.size === 0 || !proxies.has(peer)) return network(peer);
  const forwarded = headers['x-forwarded-for'];
  const hops = (typeof forwarded === 'string' ? forwarded : '').split(',').map((hop) => plain(hop.trim()));
  return network(hops.findLast((hop) => !proxies.has(hop)) || peer);
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::/64';
}

/** An IPv4 address that came over an IPv6 socket, as IPv4. */
function plain(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}

function network(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const [before, after] = [groups(head), groups(tail ?? '')];
  const all =
    tail === undefined ? before : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  const prefix = all.slice(0, 4).map((group) => parseInt(group, 16).toString(16));
  return prefix.every((group) => group === '0') ? '::/64' : `${prefix.join(':')}::/64`;
}

const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
