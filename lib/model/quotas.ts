import type { GuardrailType } from './guardrail';

/** Where figures are published, and when they were taken down. Quotas change: compare before relying on one. */
interface QuotaOrigin {
  readonly source: string;
  /** Day on which the figures were taken down, YYYY-MM-DD. */
  readonly date: string;
}

export interface CloudFormationQuotas extends QuotaOrigin {
  /** Resources, parameters, outputs and mappings of one template. */
  readonly resources: number;
  readonly parameters: number;
  readonly outputs: number;
  readonly mappings: number;
  /** Largest template body that can be sent with the request, in bytes. */
  readonly inlineBodyBytes: number;
  /** Largest template body that CloudFormation reads from S3, in bytes. */
  readonly bodyBytes: number;
}

/** `bodyBytes` is the documented 1 MB, taken as 1,000,000 bytes: the smaller of its two meanings. */
export const CLOUDFORMATION_QUOTAS: CloudFormationQuotas = {
  resources: 500,
  parameters: 200,
  outputs: 200,
  mappings: 200,
  inlineBodyBytes: 51_200,
  bodyBytes: 1_000_000,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
  date: '2026-11-23',
};

export interface GuardrailQuota extends QuotaOrigin {
  /** Longest document, in characters of minified JSON. */
  readonly characters: number;
  /** Policies of the type attached directly to one root, unit or account, those of AWS included. */
  readonly perTarget: number;
  /** Policies of the type in one organisation. */
  readonly perOrganization: number;
}

const ORGANIZATIONS_LIMITS = {
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
  date: '2026-11-23',
};

/** Since 15 May 2026; older documents and tools still say 5 policies of 5,120 characters. */
const SCP_ANNOUNCEMENT = {
  source: 'announcement of 15 May 2026, reported at https://cevo.com.au/post/aws-scp-limits-landing-zone-review',
  date: '2026-11-23',
};

/**
 * Sizes and the number of policies in an organisation follow the source; `perTarget` of all types but service control
 * policies is from memory, and has to be compared with the source before a landing zone comes near it.
 */
export const GUARDRAIL_QUOTAS: Readonly<Record<GuardrailType, GuardrailQuota>> = {
  SERVICE_CONTROL_POLICY: { characters: 10_240, perTarget: 10, perOrganization: 10_000, ...SCP_ANNOUNCEMENT },
  RESOURCE_CONTROL_POLICY: { characters: 5_120, perTarget: 5, perOrganization: 1_000, ...ORGANIZATIONS_LIMITS },
  DECLARATIVE_POLICY_EC2: { characters: 10_000, perTarget: 10, perOrganization: 1_000, ...ORGANIZATIONS_LIMITS },
  TAG_POLICY: { characters: 10_000, perTarget: 10, perOrganization: 1_000, ...ORGANIZATIONS_LIMITS },
  BACKUP_POLICY: { characters: 10_000, perTarget: 10, perOrganization: 1_000, ...ORGANIZATIONS_LIMITS },
  AISERVICES_OPT_OUT_POLICY: { characters: 2_500, perTarget: 5, perOrganization: 1_000, ...ORGANIZATIONS_LIMITS },
  // The page does not state the figures of this young type: those of the other declarative policies are assumed.
  S3_POLICY: { characters: 10_000, perTarget: 10, perOrganization: 1_000, ...ORGANIZATIONS_LIMITS },
};

export interface NetworkQuotas extends QuotaOrigin {
  /** Attachments of one transit gateway. */
  readonly attachmentsPerGateway: number;
  /** Routes of one transit gateway, static and learned, of all its tables. */
  readonly routesPerGateway: number;
  /** Rules of one direction in a security group, before more are asked for. */
  readonly rulesPerGroup: number;
  /** Rules of a group times groups of a network interface: the highest that AWS agrees to. */
  readonly rulesPerInterface: number;
  /** Highest capacity of a stateful rule group of Network Firewall. */
  readonly statefulRulesPerGroup: number;
  /** Rules of flows between networks in the firewall: the capacity that `InspectionFirewall` asks for, as a change replaces the group. */
  readonly flowRulesPerFirewall: number;
  /** Rules of flows to the internet, likewise. */
  readonly internetRulesPerFirewall: number;
  /** Rules of an application load balancer, without its default rules. */
  readonly rulesPerBalancer: number;
  /** Hosts of `ReverseProxy`, with names of forty characters, three addresses each and the usual health check path: the definition of a task has 64 KiB. */
  readonly hostsPerProxy: number;
  /** Rules of one direction in a network ACL, the final one that denies included, before more are asked for. */
  readonly rulesPerAcl: number;
  /** The highest that AWS agrees to. */
  readonly rulesPerAclOnRequest: number;
}

/** From memory: compare each with its service's page of quotas before a network comes near it. */
export const NETWORK_QUOTAS: NetworkQuotas = {
  attachmentsPerGateway: 5_000,
  routesPerGateway: 10_000,
  rulesPerGroup: 60,
  rulesPerInterface: 1_000,
  statefulRulesPerGroup: 30_000,
  flowRulesPerFirewall: 5_000,
  internetRulesPerFirewall: 3_000,
  rulesPerBalancer: 100,
  hostsPerProxy: 70,
  rulesPerAcl: 20,
  rulesPerAclOnRequest: 40,
  source:
    'from memory of the pages on quotas of Amazon VPC, Transit Gateway, Network Firewall and Elastic Load Balancing',
  date: '2026-11-26',
};
