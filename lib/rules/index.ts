import { analyticsRules } from './analytics';
import { apiRules } from './api';
import { backupRules } from './backup';
import { buildRules } from './build';
import { changeRules } from './change';
import { computeRules } from './compute';
import { containersRules } from './containers';
import { databaseRules } from './database';
import { detectionRules } from './detection';
import { functionsRules } from './functions';
import { governanceRules } from './governance';
import { iamRules } from './iam';
import { keysRules } from './keys';
import { loadBalancingRules } from './load-balancing';
import { loggingRules } from './logging';
import { messagingRules } from './messaging';
import { networkRules } from './network';
import { organizationRules } from './organization';
import { policiesRules } from './policies';
import { residencyRules } from './residency';
import type { Rule } from './rule';
import { s3Rules } from './s3';
import { searchRules } from './search';
import { secretsRules } from './secrets';
import { storageRules } from './storage';

export { alone } from './alone';
export { applicableRules } from './applicable-rules';
export { part } from './part';
export { evaluateRules, type EvaluateOptions } from './evaluate';
export * from './declarations';
export { guardRules, type GuardRule } from './guard';
export { currentIds, RETIRED, retiredById, type Retired } from './retired';
export * from './rule';
export { rulesForUpstream, type UpstreamSource } from './upstream';

/** All rules, by family; ids are unique. */
export const RULES: readonly Rule[] = [
  ...analyticsRules,
  ...apiRules,
  ...backupRules,
  ...buildRules,
  ...changeRules,
  ...computeRules,
  ...containersRules,
  ...databaseRules,
  ...detectionRules,
  ...functionsRules,
  ...governanceRules,
  ...iamRules,
  ...keysRules,
  ...loadBalancingRules,
  ...loggingRules,
  ...messagingRules,
  ...networkRules,
  ...organizationRules,
  ...policiesRules,
  ...residencyRules,
  ...s3Rules,
  ...searchRules,
  ...secretsRules,
  ...storageRules,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of this id; undefined when there is none. */
export function ruleById(id: string): Rule | undefined {
  return BY_ID.get(id);
}
