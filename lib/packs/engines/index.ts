export { loadInstalled } from './installed';
export { loadEngines } from './load-engines';
export { nagCanary } from './nag';
export { PackError } from './pack-error';
