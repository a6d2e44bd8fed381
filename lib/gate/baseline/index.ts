export type { Comparison } from './comparison';
export { judgeBaseline, renamed, type JudgedBaseline } from './judged-baseline';
export { BaselineError, readBaseline, type BaselineInput } from './read-baseline';
export { compareFindings } from './states';
export type { Weakening } from './weakening';
