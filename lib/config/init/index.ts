export { initialConfig } from './initial-config';
