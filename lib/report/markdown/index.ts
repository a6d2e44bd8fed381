export { markdownReport } from './markdown-report';
