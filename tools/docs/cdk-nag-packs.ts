import type { CfnResource } from 'aws-cdk-lib';
import {
  AwsSolutionsChecks,
  HIPAASecurityChecks,
  NIST80053R4Checks,
  NIST80053R5Checks,
  PCIDSS321Checks,
  ServerlessChecks,
} from 'cdk-nag';
import type { IApplyRule, NagPack } from 'cdk-nag';

/** What a pack would apply to a resource. */
interface Opened {
  readonly readPackName: string;
  applyRule(params: IApplyRule): void;
  checkResource(node: CfnResource): void;
}

/** Ids under which a pack reports rules by another name than their own, with that name. */
function renamed(pack: NagPack): (readonly [string, string])[] {
  const rules: (readonly [string, string])[] = [];
  const opened = pack as unknown as Opened;
  opened.applyRule = ({ rule, ruleSuffixOverride }) => {
    if (ruleSuffixOverride) rules.push([`${pack.readPackName}-${ruleSuffixOverride}`, rule.name]);
  };
  opened.checkResource({} as CfnResource);
  return rules;
}

/** Table of the ids of cdk-nag's packs that do not say the rule's name; lib may not import cdk-nag itself. */
export function cdkNagPacks(): Record<string, string> {
  const packs = [
    new AwsSolutionsChecks(),
    new HIPAASecurityChecks(),
    new NIST80053R4Checks(),
    new NIST80053R5Checks(),
    new PCIDSS321Checks(),
    new ServerlessChecks(),
  ];
  const rules = packs.flatMap(renamed).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { 'lib/rules/upstream/cdk-nag-packs.json': JSON.stringify(Object.fromEntries(rules)) };
}
