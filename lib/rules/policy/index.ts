export * from './documents';
export * from './forbid';
export * from './json-text';
export * from './match';
export * from './statement';
export * from './world';
export * from './tls-only';
export * from './tls-policy';
