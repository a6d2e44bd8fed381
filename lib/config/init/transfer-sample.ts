import type { Transfer } from '../../model';

const APPROVED = {
  classification: 'UNCLASSIFIED',
  from: 'ap-east-1',
  approver: 'Departmental IT Security Officer',
  start: '2026-01-01',
  expires: '2027-12-31',
  review: '2027-12-01',
};

/** What leaves the landing zone that `lionrock init` writes: the network opens the way, a transfer says who approved it. */
export const TRANSFERS: Transfer[] = [
  {
    id: 'alarm-mail',
    data: 'Alarms and findings, sent to the mailboxes of the security and operations teams',
    to: 'outside AWS',
    mechanism: 'SNS subscriptions by e-mail',
    legalBasis: 'Consent of the department before information leaves Hong Kong (ISPG-SM04 5.4)',
    standardContract: {
      filing: 'GBA-SC-0001',
      filed: '2026-12-08',
      effective: '2026-12-01',
      destinations: ['Shenzhen'],
    },
    ...APPROVED,
  },
  {
    id: 'public-pages',
    data: 'Pages of the portals, which are public',
    to: 'the internet',
    mechanism: 'Load balancer, internet gateway, VPC gateway attachment and default route of the DMZ',
    legalBasis: 'Published information',
    ...APPROVED,
  },
  {
    id: 'calls-to-services',
    data: 'Calls of custom resources to the public endpoints of AWS in the region, with nothing of the workloads',
    to: 'the internet',
    mechanism: 'Lambda functions without a network of their own',
    legalBasis: 'Consent of the department before information leaves Hong Kong (ISPG-SM04 5.4)',
    ...APPROVED,
  },
];
