import { changeCases } from '../support/change';

changeCases('values', [
  {
    name: 'an account id without quotes',
    changes: [["id: '200000000003'", 'id: 020000000003']],
    problems: [
      {
        path: 'accounts[2].id',
        on: 'id: 020000000003',
        message: 'found the number 020000000003, expected text, such as 110000000011',
        found: 'the number 020000000003',
        remedy: 'put the value in quotes (12-digit account id.)',
      },
    ],
  },
  {
    name: 'an account id of 11 digits',
    changes: [["id: '200000000003'", "id: '20000000003'"]],
    problems: [
      {
        path: 'accounts[2].id',
        on: "id: '20000000003'",
        message: 'found "20000000003", expected 12 digits in quotes',
        remedy: 'correct the value (12-digit account id.)',
      },
    ],
  },
  {
    name: 'a number in quotes',
    changes: [['addressOffset: 20', "addressOffset: '20'"]],
    problems: [
      {
        path: 'accounts[4].workloads[1].addressOffset',
        on: "addressOffset: '20'",
        message: 'found "20", expected a whole number',
        remedy: /^write a whole number, without quotes \(Host number/,
      },
    ],
  },
  {
    name: 'a number out of bounds',
    changes: [['addressOffset: 20', 'addressOffset: 300']],
    problems: [
      {
        path: 'accounts[4].workloads[1].addressOffset',
        on: 'addressOffset: 300',
        message: 'found the number 300, expected a number of at most 250',
        remedy: /^correct the value \(Host number/,
      },
    ],
  },
  {
    name: 'text that is too short',
    changes: [['reason: The portal keeps its content there', 'reason: needed']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].flows[1].reason',
        on: 'reason: needed',
        message: 'found "needed", expected text of at least 10 characters',
        remedy: 'correct the value (Why this traffic is needed, for the reviewer.)',
      },
    ],
  },
  {
    name: 'an empty list where something is needed',
    changes: [['targets: [Root]', 'targets: []']],
    problems: [
      {
        path: 'guardrails.policies[1].targets',
        on: 'targets: []',
        message: 'found an empty list, expected a list of at least 1',
        remedy: 'correct the value (Where the policy is attached.)',
      },
    ],
  },
  {
    name: 'a misspelt word of a list',
    changes: [['environment: non-production', 'environment: nonproduction']],
    problems: [
      {
        path: 'accounts[5].environment',
        on: 'environment: nonproduction',
        message: 'found "nonproduction", expected production or non-production: did you mean "non-production"?',
        remedy: 'write "non-production"',
      },
    ],
  },
  {
    name: 'a system tier that does not exist',
    changes: [['systemTier: 2', 'systemTier: 5']],
    problems: [
      {
        path: 'accounts[4].systemTier',
        on: 'systemTier: 5',
        message: 'found the number 5, expected 1, 2 or 3',
        remedy: 'correct the value (How critical its systems are: 1, 2 or 3 (G3 7.2(b)).)',
      },
    ],
  },
  {
    name: 'an address block with bits set after the prefix',
    changes: [['cidr: 10.64.32.0/20', 'cidr: 10.64.32.1/20']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].cidr',
        on: 'cidr: 10.64.32.1/20',
        message:
          'found "10.64.32.1/20", expected an address block such as 10.64.0.0/20, with no bits set after the prefix',
        remedy: 'correct the value (Address block of the VPC; `auto/21` until `lionrock allocate` enters a free one.)',
      },
    ],
  },
  {
    name: 'a port that is neither a number nor a range',
    changes: [['ports: [15432]', 'ports: [https]']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].flows[1].ports[0]',
        on: 'ports: [https]',
        message: /^found "https", expected (a whole number or )?a range of ports such as "8000-8010"$/,
        remedy: 'correct the value (A port (443) or a range ("8000-8010").)',
      },
    ],
  },
  {
    name: 'a route to a VPC and to nowhere',
    changes: [['cidr: 0.0.0.0/0, vpc: inspection', 'cidr: 0.0.0.0/0, vpc: inspection, blackhole: true']],
    problems: [
      {
        path: 'network.hub.routeTables[0].routes[0]',
        on: 'blackhole: true',
        message: 'found a mapping, expected either `vpc` or `blackhole: true`',
        remedy: 'correct the value (A static route of the hub: to a VPC, or nowhere.)',
      },
    ],
  },
  {
    name: 'a policy with neither file nor document',
    changes: [['      file: policies/deny-marketplace.json\n', '']],
    problems: [
      {
        path: 'guardrails.policies[0]',
        on: '- name: deny-marketplace',
        message: 'found a mapping, expected either `file` or `document`',
        remedy: /^correct the value/,
      },
    ],
  },
  {
    name: 'text where a mapping should be',
    changes: [
      [
        'contacts:\n  security: security@cloud.example.gov.hk\n  operations: operations@cloud.example.gov.hk',
        'contacts: nobody',
      ],
    ],
    problems: [
      {
        path: 'contacts',
        on: 'contacts: nobody',
        message: 'found "nobody", expected a mapping of keys and values',
        remedy: 'write a mapping of keys and values, without quotes (Whom to tell.)',
      },
    ],
  },
  {
    name: 'an ARN, an e-mail address, a day and a host name out of form',
    changes: [
      ['trustedPrincipals: [arn:aws:iam::200000000001:root]', 'trustedPrincipals: [root]'],
      ['security: security@cloud.example.gov.hk', 'security: security'],
      ['expires: 2027-11-30', 'expires: 30.11.2027'],
      ['hostname: www.example.gov.hk', 'hostname: WWW'],
    ],
    problems: [
      {
        path: 'contacts.security',
        on: 'security: security',
        message: 'found "security", expected an e-mail address',
        remedy: 'correct the value (Mailbox for alarms and incidents.)',
      },
      {
        path: 'network.ingress.publish[0].hostname',
        on: 'hostname: WWW',
        message: 'found "WWW", expected a host name in lower case, such as www.example.gov.hk',
        remedy: 'correct the value (Public host name.)',
      },
      {
        path: 'identity.breakGlass.trustedPrincipals[0]',
        on: 'trustedPrincipals: [root]',
        message: 'found "root", expected an ARN, in the form arn:partition:service:region:account:resource',
        remedy: 'correct the value',
      },
      {
        path: 'transfers[0].expires',
        on: 'expires: 30.11.2027',
        message: 'found "30.11.2027", expected a day such as 2027-03-31',
        remedy: 'correct the value (Last day on which the transfer is allowed.)',
      },
    ],
  },
]);
