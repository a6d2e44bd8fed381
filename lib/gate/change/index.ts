export { DIFF_POLICIES, judgedBy, type DiffFailOn } from './fail-on';
export { securityChange, type ChangeOptions, type Comparison } from './security-change';
