export { answerText, type ReachabilityTextOptions } from './answer-text';
export { answerJson, matrixJson } from './documents';
export { matrixText } from './matrix-text';
export { answerSchema, matrixSchema, reachabilityJsonSchema } from './schemas';
