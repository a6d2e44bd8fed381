export { guardRules, type GuardRule } from './guard-rules';
