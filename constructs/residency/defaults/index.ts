export { LionrockDefaults } from './lionrock-defaults';
export type { LionrockDefaultsOptions } from './options';
