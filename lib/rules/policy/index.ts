export * from './condition';
export * from './documents';
export * from './forbid';
export { parseJsonText } from '../../template';
export * from './match';
export * from './statement';
export * from './world';
export * from './tls-only';
export * from './tls-policy';
