import { expectation } from '../check';
import { asText } from '../../template';

/**
 * Predefined policies of load balancers that accept nothing older than TLS 1.2. Source: the developer guide’s tables of
 * security policies; the names carry the lowest version, except the older ones listed by name.
 */
const MODERN =
  /^ELBSecurityPolicy-(TLS13-1-[23]-|TLS-1-2-|FS-1-2-)|^ELBSecurityPolicy-TLS13-1-2-2021-06$|^ELBSecurityPolicy-TLS13-1-3-2021-06$/;

export const modernPolicy = expectation('a policy of TLS 1.2 or later', (value) => MODERN.test(asText(value) ?? ''));
