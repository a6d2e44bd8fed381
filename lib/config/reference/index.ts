export { referencePage } from './reference-page';
