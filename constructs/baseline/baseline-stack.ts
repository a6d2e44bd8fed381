import { TextStack } from '../text-stack';

/**
 * Deploys the template of a baseline in one account, byte for byte as stack sets deliver it: for the management account,
 * which service-managed stack sets leave out, and for a department that runs its account by itself. Aspects and tags of
 * the app change nothing in it.
 */
export class BaselineStack extends TextStack {}

export type { TextStackProps as BaselineStackProps } from '../text-stack';
