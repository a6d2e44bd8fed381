export type { Io, Output } from './io';
export { main } from './main';
export { lionrockProgram } from './program';
