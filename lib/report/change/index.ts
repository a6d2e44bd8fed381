export { changeJsonSchema, changeSchema, type Change } from './change';
export { changeJson, changeText } from './change-text';
