export { csvReport } from './csv';
export { jsonReport } from './json';
export { junitReport } from './junit';
export { markdownReport } from './markdown';
export { resultJsonSchema, resultSchema } from './result-schema';
export { leftOutOfSarif, sarifReport, type Roots } from './sarif';
export { findingText, textReport, type TextReportOptions } from './text/text-report';
export * from './reachability';
export * from './residency';
