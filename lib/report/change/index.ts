export { changeJson, changeText } from './change-text';
export { changeMarkdown } from './change-markdown';
export { changeJsonSchema, changeSchema } from './schema';
