import { changeCases } from '../support/change';

changeCases('keys', [
  {
    name: 'a misspelt key',
    changes: [['        internetGateway: true', '        internetGatway: true']],
    problems: [
      {
        path: 'accounts[3].vpcs[0].internetGatway',
        on: 'internetGatway: true',
        message: 'unknown key "internetGatway": did you mean "internetGateway"?',
        found: 'the key "internetGatway"',
        expected: 'the key "internetGateway"',
        remedy: 'rename the key to "internetGateway", or remove it',
      },
    ],
  },
  {
    name: 'a key that is near to none',
    changes: [
      ['tables: [bookmarks]\n      - name: search', 'colour: blue\n        tables: [bookmarks]\n      - name: search'],
    ],
    problems: [
      {
        path: 'accounts[4].workloads[0].colour',
        on: 'colour: blue',
        message: 'unknown key "colour"',
        expected: /^one of the keys name, type, zone, image, .*tables$/,
        remedy: 'remove the key',
      },
    ],
  },
  {
    name: 'a misspelt key that is required is reported once, as misspelt',
    changes: [['addressSpace:', 'adressSpace:']],
    problems: [
      {
        path: 'network.adressSpace',
        on: 'adressSpace:',
        message: 'unknown key "adressSpace": did you mean "addressSpace"?',
        remedy: 'rename the key to "addressSpace", or remove it',
      },
    ],
  },
  {
    name: 'a required key that is missing',
    changes: [['    owner: portal@cloud.example.gov.hk\n', '']],
    problems: [
      {
        path: 'accounts[4].owner',
        on: '- name: portal-prod',
        message: 'required key "owner" is missing',
        found: 'nothing',
        expected: 'an e-mail address, such as owner@e-services.example.gov.hk',
        remedy: 'add "owner:" here (Mailbox of the owner.)',
      },
    ],
  },
  {
    name: 'a key without a value',
    changes: [['homeRegion: ap-east-1\n', 'homeRegion:\n']],
    problems: [
      {
        path: 'homeRegion',
        on: 'homeRegion:',
        message: 'key "homeRegion" has no value',
        remedy: 'give it a value, or remove it (Region in which everything is built.)',
      },
    ],
  },
  {
    name: 'a misspelt key, whose value is checked as that of the key that was meant',
    changes: [['cidr: 10.64.32.0/20', 'cdir: 10.64.32.1/20']],
    problems: [
      {
        path: 'accounts[4].vpcs[0].cdir',
        on: 'cdir: 10.64.32.1/20',
        message: 'unknown key "cdir": did you mean "cidr"?',
        remedy: 'rename the key to "cidr", or remove it',
      },
      {
        path: 'accounts[4].vpcs[0].cidr',
        on: 'cdir: 10.64.32.1/20',
        message:
          'found "10.64.32.1/20", expected an address block such as 10.64.0.0/20, with no bits set after the prefix',
        remedy: 'correct the value (Address block of the VPC; `auto/21` until `lionrock allocate` enters a free one.)',
      },
    ],
  },
]);
