export { accessReviewMarkdown } from './access-review';
export { markdownReport } from './markdown-report';
