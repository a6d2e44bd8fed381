import { changeCases } from '../support/change';

changeCases('rules that the Guard hook leaves out', [
  {
    name: 'one of its rules',
    changes: [['guardrails:', 'deploymentHook: { guard: { except: [bucket-versioned] } }\nguardrails:']],
    problems: [],
  },
  {
    name: 'a slip of the pen, and a rule of the gate alone',
    changes: [
      [
        'guardrails:',
        'deploymentHook:\n  guard:\n    except:\n      - bucket-version\n      - network-acl-no-overlap\nguardrails:',
      ],
    ],
    problems: [
      {
        path: 'deploymentHook.guard.except[0]',
        on: '- bucket-version',
        message: 'there is no rule of the Guard hook named "bucket-version": did you mean "bucket-versioned"?',
        remedy: 'write "bucket-versioned"',
      },
      {
        path: 'deploymentHook.guard.except[1]',
        on: '- network-acl-no-overlap',
        message: 'there is no rule of the Guard hook named "network-acl-no-overlap"',
        remedy: /^correct the id \(docs\/hook.md lists the rules of the hook\), or take it out/,
      },
    ],
  },
]);

changeCases('organisation and accounts', [
  {
    name: 'a unit that does not exist',
    changes: [['unit: Digital-Government/Production', 'unit: Digital-Goverment/Production']],
    problems: [
      {
        path: 'accounts[4].unit',
        on: 'unit: Digital-Goverment/Production',
        message: 'there is no unit named "Digital-Goverment/Production": did you mean "Digital-Government/Production"?',
        remedy: 'write "Digital-Government/Production"',
      },
    ],
  },
  {
    name: 'a unit without its path',
    changes: [['unit: Digital-Government/Production', 'unit: Production']],
    problems: [
      {
        path: 'accounts[4].unit',
        on: 'unit: Production',
        message: 'there is no unit named "Production"',
        expected: /Digital-Government\/Production/,
        remedy: 'correct the name, or add a unit named "Production"',
      },
    ],
  },
  {
    name: 'a parent that does not exist',
    changes: [['parent: Data-Governance', 'parent: Data']],
    problems: [
      {
        path: 'organization.units[4].parent',
        on: 'parent: Data }',
        message: 'there is no unit named "Data"',
        remedy: 'correct the name, or add a unit named "Data"',
      },
    ],
  },
  {
    name: 'units in a circle',
    changes: [
      [
        'name: Data-Governance, id: ou-sm01-datagove',
        'name: Data-Governance, id: ou-sm01-datagove, parent: Production',
      ],
    ],
    problems: [
      {
        path: 'organization.units[3].parent',
        on: 'parent: Production',
        message: 'units go round in a circle: Data-Governance is below Production is below Data-Governance',
        remedy: 'put one of them below Root or below a unit outside the circle',
        related: ['organization.units[4].parent'],
      },
    ],
  },
  {
    name: 'a unit below itself',
    changes: [['name: Security, id: ou-sm01-security1', 'name: Security, id: ou-sm01-security1, parent: Security']],
    problems: [
      {
        path: 'organization.units[0].parent',
        on: 'parent: Security',
        message: 'units go round in a circle: Security is below Security',
        remedy: 'put one of them below Root or below a unit outside the circle',
      },
      { path: 'accounts[1].unit', on: 'unit: Security', message: /^there is no unit named "Security"/, remedy: /./ },
      { path: 'accounts[2].unit', on: 'unit: Security', message: /^there is no unit named "Security"/, remedy: /./ },
    ],
  },
  {
    name: 'a unit listed twice, and an id used twice',
    changes: [
      [
        'name: Production, id: ou-sm01-datprod01, parent: Data-Governance',
        'name: Production, id: ou-sm01-digprod01, parent: Digital-Government # twice\n    ',
      ],
    ],
    problems: [
      {
        path: 'organization.units[4].name',
        on: 'name: Production',
        message: 'unit Digital-Government/Production is listed twice',
        remedy: 'remove one of the two, rename it, or put it below another parent',
        related: ['organization.units[2].name'],
      },
      {
        path: 'organization.units[4].id',
        on: 'ou-sm01-digprod01',
        message: 'unit id "ou-sm01-digprod01" is used twice',
        remedy: 'correct one of the two',
        related: ['organization.units[2].id'],
      },
    ],
  },
  {
    name: 'the id of a unit of another organisation',
    changes: [['id: ou-sm01-security1', 'id: ou-zz99-security1']],
    problems: [
      {
        path: 'organization.units[0].id',
        on: 'ou-zz99-security1',
        message: 'unit id "ou-zz99-security1" does not belong to the root r-sm01',
        remedy: 'correct the id of the unit, or organization.rootId',
      },
    ],
  },
  {
    name: 'an account id used twice',
    changes: [["id: '200000000012'", "id: '200000000011' # again"]],
    problems: [
      {
        path: 'accounts[5].id',
        on: '# again',
        message: 'account id "200000000011" is used twice',
        remedy: 'change one of the two',
        related: ['accounts[4].id'],
      },
    ],
  },
  {
    name: 'an account name and so a VPC name used twice',
    changes: [['- name: trial\n', '- name: portal-prod # again\n']],
    problems: [
      {
        path: 'accounts[5].name',
        on: '# again',
        message: 'account name "portal-prod" is used twice',
        remedy: 'change one of the two',
        related: ['accounts[4].name'],
      },
      {
        path: 'accounts[5].vpcs[0].name',
        on: '- cidr: 10.64.48.0/20',
        message: 'VPC name "portal-prod" is used twice',
        remedy: 'change one of the two',
      },
      {
        path: 'guardrails.policies[0].targets[1]',
        on: 'targets: [Digital-Government, trial]',
        message: 'there is no unit or account named "trial"',
        remedy: 'correct the name',
      },
    ],
  },
  {
    name: 'a role that no account has',
    changes: [['role: audit', 'role: shared-services']],
    problems: [
      {
        path: 'accounts',
        on: 'accounts:',
        message: 'no account has the role audit',
        remedy: 'add the account, or set "role: audit" on the one that has it',
      },
    ],
  },
  {
    name: 'a role that two accounts have',
    changes: [['role: audit', 'role: log-archive # second']],
    problems: [
      {
        path: 'accounts',
        on: 'accounts:',
        message: 'no account has the role audit',
        remedy: 'add the account, or set "role: audit" on the one that has it',
      },
      {
        path: 'accounts[2].role',
        on: '# second',
        message: 'a second account has the role log-archive',
        remedy: 'change the role of one of the two',
        related: ['accounts[1].role'],
      },
    ],
  },
  {
    name: 'a permission set in an account that does not exist',
    changes: [['accounts: [audit, network]', 'accounts: [audit, networks]']],
    problems: [
      {
        path: 'identity.identityCenter.permissionSets[0].assignments[0].accounts[1]',
        on: 'networks',
        message: 'there is no account named "networks": did you mean "network"?',
        remedy: 'write "network"',
      },
    ],
  },
  {
    name: 'a permission set of external service providers in production',
    changes: [['accounts: [audit, network]', 'accounts: [audit, network]\n        contractors: true']],
    problems: [
      {
        path: 'identity.identityCenter.permissionSets[0].assignments[0].accounts[0]',
        on: 'audit, network',
        message: 'external service providers would manage the production account "audit" from afar',
        source: 'G3 17.1(a)',
        remedy: 'assign the permission set in non-production accounts, and give staff a set of their own',
      },
      {
        path: 'identity.identityCenter.permissionSets[0].assignments[0].accounts[1]',
        on: 'audit, network',
        message: 'external service providers would manage the production account "network" from afar',
        source: 'G3 17.1(a)',
        remedy: 'assign the permission set in non-production accounts, and give staff a set of their own',
      },
    ],
  },
  {
    name: 'a pipeline that deploys into an account that does not exist',
    changes: [
      [
        'identity:\n',
        'identity:\n  pipelines:\n    - { name: portal, type: gitlab, project: a/b, branch: main, accounts: [netwrok] }\n',
      ],
    ],
    problems: [
      {
        path: 'identity.pipelines[0].accounts[0]',
        on: 'netwrok',
        message: 'there is no account named "netwrok": did you mean "network"?',
        remedy: 'write "network"',
      },
    ],
  },
  {
    name: 'names and ids that have to be unique',
    changes: [
      ['- id: dmz-to-portal', '- id: internet-to-dmz # flow'],
      ['- name: deny-leaving', '- name: deny-marketplace # policy'],
      ['- name: inspected\n', '- name: spokes # table\n'],
      ['- id: application-to-database', '- id: application-to-services # own'],
      ['- name: updates', '- name: feeds # workload'],
      ['        queue: updates\n', ''],
      ['propagate: [inspected] # perimeter', 'propagate: [spokes]'],
      ['associate: inspected', 'associate: spokes'],
      ['propagate: [inspected] # portal', 'propagate: [spokes]'],
    ],
    problems: [
      {
        path: 'accounts[4].vpcs[0].flows[1].id',
        on: '# own',
        message: 'flow id in the VPC "application-to-services" is used twice',
        remedy: 'change one of the two',
      },
      {
        path: 'accounts[4].workloads[5].name',
        on: '# workload',
        message: 'workload name in the account "feeds" is used twice',
        remedy: 'change one of the two',
      },
      {
        path: 'network.hub.routeTables[1].name',
        on: '# table',
        message: 'route table name "spokes" is used twice',
        remedy: 'change one of the two',
      },
      {
        path: 'network.flows[1].id',
        on: '# flow',
        message: 'flow id "internet-to-dmz" is used twice',
        remedy: 'change one of the two',
      },
      {
        path: 'guardrails.policies[1].name',
        on: '# policy',
        message: 'policy name "deny-marketplace" is used twice',
        remedy: 'change one of the two',
      },
    ],
  },
  {
    name: 'a flow of a VPC with the id of one between VPCs',
    changes: [['- id: application-to-database', '- id: dmz-to-portal # own']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].flows[1].id',
        on: '# own',
        message: 'flow id "dmz-to-portal" is used twice',
        remedy: 'change one of the two',
        related: ['network.flows[1].id'],
      },
    ],
  },
]);
