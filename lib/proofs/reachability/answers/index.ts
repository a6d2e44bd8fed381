export * from './answer';
export * from './question';
export { Subjects } from './subjects';
export { zonesOf, type Zone } from './zones';
