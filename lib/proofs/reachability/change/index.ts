export { changeBetween } from './change';
export { Identities } from './identities';
