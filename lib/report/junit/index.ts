export { junitReport } from './junit-report';
