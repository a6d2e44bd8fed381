export type { HookEstate } from './hook-estate';
export { registersOf, type RegisteredAccount, type Registers } from './registers';
