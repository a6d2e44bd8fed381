import { CLOUDFORMATION_QUOTAS, NETWORK_QUOTAS } from '../../model';

/** Quotas that a network may outgrow: in words, and how many AWS allows. */
export const QUOTAS = {
  attachments: { title: 'attachments', limit: NETWORK_QUOTAS.attachmentsPerGateway, raised: 'raised on request' },
  transitRoutes: { title: 'routes', limit: NETWORK_QUOTAS.routesPerGateway, raised: 'raised on request' },
  groupRules: {
    title: 'rules',
    limit: NETWORK_QUOTAS.rulesPerGroup,
    raised: `raised on request to ${NETWORK_QUOTAS.rulesPerInterface} divided by the groups of an interface`,
  },
  firewallRules: {
    title: 'rules',
    limit: NETWORK_QUOTAS.flowRulesPerFirewall,
    raised: 'fixed: the capacity of the rule group, whose change replaces it',
  },
  domainRules: {
    title: 'rules for names on the internet',
    limit: NETWORK_QUOTAS.internetRulesPerFirewall,
    raised: 'fixed: the capacity of the rule group, whose change replaces it',
  },
  balancerRules: { title: 'rules', limit: NETWORK_QUOTAS.rulesPerBalancer, raised: 'raised on request' },
  proxyHosts: {
    title: 'hosts',
    limit: NETWORK_QUOTAS.hostsPerProxy,
    raised: 'fixed: settings stand in the definition of a task; with longer names fewer',
  },
  stackResources: { title: 'resources', limit: CLOUDFORMATION_QUOTAS.resources, raised: 'fixed' },
  stackParameters: { title: 'parameters', limit: CLOUDFORMATION_QUOTAS.parameters, raised: 'fixed' },
} as const;

export type QuotaName = keyof typeof QUOTAS;
