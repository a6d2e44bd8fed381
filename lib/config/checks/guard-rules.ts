import type { Check } from './check';
import RULE_IDS from './guard-rule-ids.json';
import { reference } from './reference';

const RULES = RULE_IDS.map((name) => ({ name }));

/** Only a rule that the Guard hook holds can be left out of it. */
export const checkGuardRules: Check = ({ deploymentHook }) =>
  (deploymentHook?.guard?.except ?? []).flatMap((id, index) =>
    reference(
      ['deploymentHook', 'guard', 'except', index],
      id,
      'a rule of the Guard hook',
      RULES,
      'correct the id (docs/hook.md lists the rules of the hook), or take it out: other rules are judged by the gate alone',
    ),
  );
