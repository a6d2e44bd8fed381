import type { GuardrailDocument } from '../../../lib/model';

/** Attributes of EC2 that a declarative policy can fix. */
export const EC2_ATTRIBUTES = [
  'instanceMetadata',
  'imagePublicAccess',
  'serialConsole',
  'snapshotPublicAccess',
  'vpcPublicAccess',
] as const;
export type Ec2Attribute = (typeof EC2_ATTRIBUTES)[number];

/** Options of {@link ec2DeclarativePolicy}. */
export interface Ec2DeclarativePolicyOptions {
  /**
   * Attributes to fix. What the organisation fixes, an account can no longer set, not even to the same value: leave out
   * what the accounts' own templates set.
   * @default - all of {@link EC2_ATTRIBUTES}
   */
  readonly attributes?: readonly Ec2Attribute[];
  /** Sentence that people see who are refused, at most 1,000 characters: whom to ask. */
  readonly message: string;
  /** @default 'lionrock' */
  readonly namePrefix?: string;
}

const assign = (value: string) => ({ '@@assign': value });

/**
 * Source of names and values: AWS Organizations user guide, declarative policy syntax. The hop limit of 1 is control
 * IDN-11. Inbound internet traffic is blocked for all VPCs, with exclusions possible for the one way in.
 */
const SETTINGS: Readonly<Record<Ec2Attribute, object>> = {
  instanceMetadata: {
    instance_metadata_defaults: {
      http_tokens: assign('required'),
      http_put_response_hop_limit: assign('1'),
      http_endpoint: assign('enabled'),
      instance_metadata_tags: assign('no_preference'),
    },
  },
  imagePublicAccess: { image_block_public_access: { state: assign('block_new_sharing') } },
  serialConsole: { serial_console_access: { status: assign('disabled') } },
  snapshotPublicAccess: { snapshot_block_public_access: { state: assign('block_all_sharing') } },
  vpcPublicAccess: {
    vpc_block_public_access: {
      internet_gateway_block: { mode: assign('block_ingress'), exclusions_allowed: assign('enabled') },
    },
  },
};

/** Defaults of EC2 that the service itself keeps in every account, for new interfaces too. Evidence for IDN-11, RES-16. */
export function ec2DeclarativePolicy(options: Ec2DeclarativePolicyOptions): GuardrailDocument {
  const chosen = options.attributes ?? EC2_ATTRIBUTES;
  const settings = EC2_ATTRIBUTES.filter((attribute) => chosen.includes(attribute)).map((name) => SETTINGS[name]);
  return {
    name: `${options.namePrefix ?? 'lionrock'}-ec2-defaults`,
    type: 'DECLARATIVE_POLICY_EC2',
    description: 'Defaults of EC2 in every account: metadata version 2, nothing public, no serial console',
    document: { ec2_attributes: Object.assign({ exception_message: assign(options.message) }, ...settings) },
  };
}
