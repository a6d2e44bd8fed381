/**
 * Lionrock as a library: the prover. Constructs are under `lionrock/network`, `lionrock/logging` and so on; importing
 * this module never loads aws-cdk-lib.
 */
export * from './model';
export * from './profiles';
export * from './controls';
export * from './template';
export * from './rules';
export * from './gate';
