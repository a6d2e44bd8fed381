export { mend } from './mend';
export { alone, prepare, STAND_IN, type Prepared, type PreparedResource, type PreparedTemplate } from './prepare';
