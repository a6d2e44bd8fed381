export { pack, type Packed } from './pack';
export { unpack } from './unpack';
