export { paintFor, type Paint } from './paint';
export { counted, labelled, visible, wrap, WIDTH } from './wrap';
