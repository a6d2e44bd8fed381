export type { Budget, ReadLimits } from './budget';
export { includeTarget } from './include';
export { find, plain, type Found, type Key, type Located, type LocatedScalar, type Path } from './located';
export { locationOf, type Place, type SourceFile } from './place';
export { readSource, type ReadSourceOptions, type Source } from './read-source';
export { readText } from './read-text';
export type { SourceProblem } from './reader';
export { UnreadableError } from './unreadable';
