export { nagCanary } from './nag-canary';
export { NagEngine } from './nag-engine';
