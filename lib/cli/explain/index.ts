export { explainControl } from './explain-control';
export { explainRule } from './explain-rule';
export { allRules } from './rule-info';
export { readResult } from './saved-result';
