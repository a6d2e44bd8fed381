export { checkIdentity, type Caller, type ExpectedCaller, type Identity } from './identity';
export { preflight, type Preflight, type PreflightOptions } from './preflight';
