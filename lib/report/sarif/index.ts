export { leftOutOfSarif, sarifReport, type Roots } from './sarif-report';
