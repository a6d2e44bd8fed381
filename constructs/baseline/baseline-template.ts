import { templateText } from '../template-text';
import { AccountBaseline, type AccountBaselineProps } from './account-baseline';

/**
 * The template of an account's baseline as text: the same bytes for every account and region. It holds no file assets,
 * so that accounts need no bootstrap for it.
 * @throws Error when a property is malformed, see {@link AccountBaseline}.
 */
export function baselineTemplate(props: AccountBaselineProps): string {
  return templateText({
    id: 'Baseline',
    description: `Baseline of an account of ${props.name}`,
    build: (stack) => new AccountBaseline(stack, 'Account', props),
  });
}
