export { isGuardPath, readGuardRules } from './guard-files';
export { ValidateEngine } from './validate-engine';
export { loadValidator } from './validator';
