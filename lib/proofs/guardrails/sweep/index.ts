export { ActionMatcher, ActionMatchers } from './action-matcher';
export { instanceOf, isPlain } from './fresh';
export type { Deny, Escape } from './escape';
export { PlaceSweep, type ActionGroup, type Trialled } from './place-sweep';
export type { Actor } from './settled';
