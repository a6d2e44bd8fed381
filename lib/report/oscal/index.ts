export { assessmentResultsText } from './assessment-results';
export type { OscalInput, OscalSystem } from './input';
export { oscalFiles } from './oscal-files';
