export { csvReport } from './csv-report';
