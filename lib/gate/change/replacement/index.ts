export { replacementChange } from './replacement-change';
