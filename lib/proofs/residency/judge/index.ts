export type { Egress } from './egress';
export { judgePath } from './judge-path';
export { scanResource } from './scan-resource';
