export { applyInline, type InlineMode } from './inline';
