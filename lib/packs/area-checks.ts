import type { IConstruct } from 'constructs';
import { inArea, PROFILE_FRAMEWORKS } from './queries';
import { RulePack } from './rule-pack';
import type { RulePackProps } from './rule-pack-props';

/** Whether data, keys, metadata and traffic stay in the regions of the profile. */
export class DataResidencyChecks extends RulePack {
  constructor(scope?: IConstruct, props?: RulePackProps) {
    super(
      scope,
      { name: 'DataResidency', cites: PROFILE_FRAMEWORKS, selects: inArea('data-residency', 'data-residency') },
      props,
    );
  }
}

/** Whether networks are divided, closed and watched as the zones ask. */
export class NetworkZoneChecks extends RulePack {
  constructor(scope?: IConstruct, props?: RulePackProps) {
    super(
      scope,
      {
        name: 'NetworkZone',
        cites: PROFILE_FRAMEWORKS,
        selects: inArea('network-zones', 'network-segmentation', 'network-open-ingress', 'network-open-egress'),
      },
      props,
    );
  }
}

/** Whether what happens is logged, and logs are kept and protected. */
export class LoggingChecks extends RulePack {
  constructor(scope?: IConstruct, props?: RulePackProps) {
    super(scope, { name: 'Logging', cites: PROFILE_FRAMEWORKS, selects: inArea('logging', 'logging') }, props);
  }
}

/** Encryption at rest, keys, certificates and secrets. */
export class KeyManagementChecks extends RulePack {
  constructor(scope?: IConstruct, props?: RulePackProps) {
    super(
      scope,
      {
        name: 'KeyManagement',
        cites: PROFILE_FRAMEWORKS,
        selects: inArea('key-management', 'encryption-at-rest', 'key-management', 'kms-policy', 'kms-rotation'),
      },
      props,
    );
  }
}
