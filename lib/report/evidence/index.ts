export { evidenceFiles } from './evidence-files';
