export { changeJson, changeText } from './change-text';
export { changeHtml } from './change-html';
export { changeMarkdown } from './change-markdown';
export { changeJsonSchema, changeSchema } from './schema';
