export { residencyJson } from './document';
export { residencyJsonSchema, residencySchema } from './schema';
export { residencyText } from './text';
