import { CDK_NAG } from './cdk-nag';
import packs from './cdk-nag-packs.json';
import { CFN_NAG } from './cfn-nag';
import { CHECKOV } from './checkov';
import { GUARD } from './guard';

/** A checker of templates whose rules other people's templates name. */
export type UpstreamSource = 'checkov' | 'cfn-nag' | 'guard' | 'cdk-nag';

const RULES_OF: Readonly<Record<UpstreamSource, ReadonlyMap<string, readonly string[]>>> = {
  checkov: new Map(Object.entries(CHECKOV)),
  'cfn-nag': new Map(Object.entries(CFN_NAG)),
  guard: new Map(Object.entries(GUARD)),
  'cdk-nag': new Map(Object.entries(CDK_NAG)),
};

const PACK_IDS: ReadonlyMap<string, string> = new Map(Object.entries(packs));

/**
 * Our rules, by id, that answer a rule of another checker: one whose failure means that the other's requirement is
 * violated on that resource. Where the other speaks of one property and ours of all properties of the kind (secrets,
 * variables), ours counts.
 *
 * @param id as the checker prints it and suppressions name it: `CKV_AWS_18`, `W35`, `S3_BUCKET_LOGGING_ENABLED`. Of
 * cdk-nag the id of a pack (`AwsSolutions-S1`, `NIST.800.53.R5-S3BucketLoggingEnabled`) or the rule's name, either
 * with or without `[finding]`.
 * @returns sorted; empty when the id is known and none of our rules answers it; undefined when the id is not known.
 */
export function rulesForUpstream(source: UpstreamSource, id: string): readonly string[] | undefined {
  return RULES_OF[source].get(source === 'cdk-nag' ? cdkNagRule(id) : id);
}

/** The name of the rule that a pack reports under this id. */
function cdkNagRule(id: string): string {
  const [reported = ''] = /^[\w.-]*/.exec(id) ?? [];
  return PACK_IDS.get(reported) ?? reported.slice(reported.indexOf('-') + 1);
}
