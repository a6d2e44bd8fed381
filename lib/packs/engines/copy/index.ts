export { mend } from './mend';
export { alone, prepare, standIns, type Prepared, type PreparedResource, type PreparedTemplate } from './prepare';
