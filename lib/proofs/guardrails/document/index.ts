export { policyDocumentProblems } from './check-document';
export type { DocumentProblem } from './document-problem';
export { actionProblems } from './meaning';
