import { DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  aiServicesOptOut,
  backupPolicy,
  baselineGuardrails,
  contractorsGuardrail,
  ec2DeclarativePolicy,
  GuardrailPolicies,
  OrganizationResourcePolicy,
  packGuardrails,
  quarantineGuardrail,
  s3PublicAccessPolicy,
  sandboxGuardrail,
  tagPolicy,
  type AttachedGuardrail,
  type GuardrailScope,
} from '../../../constructs/organization';
import { CLASSIFICATION_TAG, residencyGuardrails } from '../../../constructs/residency';
import type { GuardrailDocument } from '../../model';
import type { StackContext } from '../context';
import { policyTargetId, productionTargets } from '../policy-targets';

/** The organisation's policies: the generated ones at the root and on special units, and those of the config. */
export class GuardrailStack extends Stack {
  constructor(scope: Construct, id: string, props: StackContext) {
    const { config, names } = props;
    super(scope, id, { description: 'Organisation policies of the landing zone', terminationProtection: true });
    const guardrails = [
      // Few documents at the root leave room for the organisation's own policies.
      ...packGuardrails(at(config.organization.rootId, this.everywhere(props))),
      ...this.specialUnits(props),
      ...contractors(props),
      ...own(props),
    ];
    new GuardrailPolicies(this, 'Guardrails', { guardrails });
    new OrganizationResourcePolicy(this, 'Delegation', { readers: [names.accountOf('audit').id] });
  }

  private everywhere(props: StackContext): readonly GuardrailDocument[] {
    const { config, names, profile } = props;
    const namePrefix = config.name;
    const scope = this.exemptions(props);
    return [
      ...residencyGuardrails({
        profile,
        organizationId: config.organization.id,
        namePrefix,
        exemptActions: config.guardrails.allowedGlobalServices,
        exemptRoles: scope.breakGlassRoles,
        deploymentRoles: scope.platformRoles,
      }),
      ...baselineGuardrails(scope),
      // Each account's own stacks set the public access of its snapshots and VPCs.
      ec2DeclarativePolicy({
        attributes: ['instanceMetadata', 'imagePublicAccess', 'serialConsole'],
        message: `Fixed for all accounts of ${config.name}. Ask ${config.contacts.operations}.`,
        namePrefix,
      }),
      tagPolicy({ tags: tagValues(props), namePrefix }),
      backupPolicy({
        partition: profile.partition,
        regions: [config.homeRegion],
        vaultName: config.name,
        roleName: names.role('backup'),
        timeZone: profile.timeZone,
        namePrefix,
      }),
      aiServicesOptOut(namePrefix),
      s3PublicAccessPolicy(namePrefix),
    ];
  }

  private specialUnits(props: StackContext): readonly AttachedGuardrail[] {
    const { units } = props.config.organization;
    const scope = this.exemptions(props);
    const targets = (flag: 'suspended' | 'sandbox') => units.filter((unit) => unit[flag]).map((unit) => unit.id);
    return [
      { guardrail: quarantineGuardrail(scope), targets: targets('suspended') },
      { guardrail: sandboxGuardrail(scope), targets: targets('sandbox') },
    ].filter((entry) => entry.targets.length > 0);
  }

  private exemptions({ config, names, profile }: StackContext): GuardrailScope {
    const { partition } = profile;
    const qualifier = this.synthesizer.bootstrapQualifier ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER;
    const stackSetRoles = `arn:${partition}:iam::*:role/stacksets-exec-*`;
    const byStackSets = config.baseline.delivery === 'stack-sets' ? [stackSetRoles] : [];
    const bootstrapRoles = `arn:${partition}:iam::*:role/cdk-${qualifier}`;
    return {
      partition,
      breakGlassRoles: [names.rolePattern('break-glass')],
      platformRoles: [`${bootstrapRoles}-cfn-exec-role-*`, ...byStackSets],
      protectedRoles: [names.rolePattern('*'), `${bootstrapRoles}-*`, ...byStackSets],
      resourcePrefix: config.name,
      namePrefix: config.name,
    };
  }
}

/** Keeps external service providers out of production accounts, should somebody let them in. */
function contractors({ config, profile }: StackContext): readonly AttachedGuardrail[] {
  const sets = config.identity.identityCenter?.permissionSets.filter((set) => set.contractors) ?? [];
  if (sets.length === 0) return [];
  const guardrail = contractorsGuardrail({
    partition: profile.partition,
    permissionSets: sets.map(({ name }) => name),
    namePrefix: config.name,
  });
  return [{ guardrail, targets: productionTargets(config) }];
}

function own({ config }: StackContext): readonly AttachedGuardrail[] {
  return config.guardrails.policies.map(({ name, type, description, document = {}, targets }) => ({
    guardrail: { name, type, description, document },
    targets: targets.map((target) => policyTargetId(config, target)),
  }));
}

function at(target: string, guardrails: readonly GuardrailDocument[]): readonly AttachedGuardrail[] {
  return guardrails.map((guardrail) => ({ guardrail, targets: [target] }));
}

/** Values of the tags of accounts; nothing is classified above the ceiling of the deployment model. */
function tagValues({ config, profile }: StackContext): Record<string, readonly string[]> {
  const { levels } = profile.classification;
  const ceiling = profile.ceilings[config.deploymentModel].value;
  const allowed = ceiling === undefined ? levels : levels.slice(0, levels.indexOf(ceiling) + 1);
  return {
    classification: allowed,
    // The one by which the residency proof knows what a store holds.
    [CLASSIFICATION_TAG]: allowed,
    department: [...new Set(config.accounts.map((account) => account.department))].toSorted(),
    environment: ['production', 'non-production'],
  };
}
