export { planAccounts, type Step } from './account-plan';
export { DraftError, DraftFile, type Draft } from './draft';
export { organizationsOf, readEstate, type Estate } from './estate';
export type { OrganizationsClient } from '@aws-sdk/client-organizations';
export { untouchedBy, type Untouched } from './untouched';
export { vendAccounts, type VendOptions } from './vend';
