export { explainControl } from './explain-control';
export { explainProfile } from './explain-profile';
export { explainRetired } from './explain-retired';
export { explainRule } from './explain-rule';
export { allRules } from './rule-info';
export { readResult } from './saved-result';
