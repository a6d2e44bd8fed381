export { refusedSizes } from './refused-sizes';
