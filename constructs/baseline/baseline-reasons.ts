import { Stack } from 'aws-cdk-lib';
import { acknowledgedBelow } from '../acknowledged-below';
import { AccountBaseline, type AccountBaselineProps } from './account-baseline';

/**
 * Why rules of cdk-nag's packs do not apply to what `baselineTemplate` makes of the same properties, by rule: for the stack that
 * deploys the text, in which no constructs bear the reasons.
 * @throws Error when a property is malformed, see {@link AccountBaseline}.
 */
export function baselineReasons(props: AccountBaselineProps): Readonly<Record<string, string>> {
  return acknowledgedBelow(new AccountBaseline(new Stack(), 'Account', props));
}
