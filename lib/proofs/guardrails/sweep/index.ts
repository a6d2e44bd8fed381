export { ActionMatcher } from './action-matcher';
export { ActionMatchers } from './action-matchers';
export { FRESH_ACCOUNT, instanceOf, isPlain } from './fresh';
export type { Deny, Escape } from './escape';
export { domainOf, isAlwaysThere } from './key-domain';
export { PlaceSweep, type ActionGroup, type Trialled } from './place-sweep';
export type { Actor, Given } from './settled';
