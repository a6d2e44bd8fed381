export { withDrift, withoutDrift, type Deployment } from './drift';
