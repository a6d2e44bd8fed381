import { isIP } from 'node:net';
import { cidrContains, parseCidr, type Cidr } from '../../../model';

/** Blocks that the internet does not route (IANA special-purpose registries), as far as hosts are addressed by them. */
const PRIVATE: readonly Cidr[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '198.18.0.0/15',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
].flatMap((text) => parseCidr(text) ?? []);

/** Whether a host is one of the network’s own: a private address, or a name that only its own resolvers know. */
export function isPrivateHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  const version = isIP(bare);
  if (version === 0) return !bare.includes('.') || /\.(internal|local|localdomain|svc)$/.test(bare);
  const block = parseCidr(`${bare}/${version === 4 ? 32 : 128}`);
  return block !== undefined && PRIVATE.some((outer) => cidrContains(outer, block));
}
