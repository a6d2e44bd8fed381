export type { Requirement } from './covers';
export { honourInline } from './honour';
export { judgeSuppressions, type IsRegistered, type SuppressedPlace } from './judge-suppressions';
export type { InlineMode } from './mode';
