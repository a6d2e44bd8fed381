export { jsonReport } from './json';
export { resultJsonSchema, resultSchema } from './result-schema';
export { findingText, textReport, type TextReportOptions } from './text/text-report';
export * from './reachability';
