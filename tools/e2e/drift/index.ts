export { findingsIn, withDrift, withoutDrift, type Deployment, type Found } from './drift';
