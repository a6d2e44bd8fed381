import { CONTROLS } from '../../controls';
import { documentText } from './document';
import { implementedRequirement } from './implemented-requirement';
import { systemName, type OscalAccount, type OscalInput } from './input';
import { judgedControls } from './judged-controls';
import type { Component, InventoryItem, Role } from './model';
import { OSCAL_FILES } from './names';
import { listed, properties } from './property';
import { fileUuid, resourcesOf } from './resources';
import { markup } from './text';
import { GATE_UUID } from './tool';
import { uuidOf } from './uuid';

const PLAN_ROLES: readonly Role[] = [
  { id: 'department', title: 'Department: writes what is marked as its responsibility' },
  { id: 'central-team', title: 'Central team: owns config, registers and waivers' },
];

/**
 * A skeleton of the system security plan: by control what the run showed and by which evidence. What only people can say
 * is marked as the department's to write, and never claimed.
 */
export function systemSecurityPlanText(input: OscalInput): string {
  const { now, system } = input;
  const name = systemName(input);
  const judged = new Map(judgedControls(input).map((control) => [control.id, control]));
  const body = {
    'import-profile': { href: OSCAL_FILES.catalog },
    'system-characteristics': characteristicsOf(input),
    'system-implementation': implementationOf(input),
    'control-implementation': {
      description: 'By control of the catalogue, from one run of the gate. A skeleton: the department completes it.',
      'implemented-requirements': CONTROLS.map((control) =>
        implementedRequirement(input, control, judged.get(control.id), systemUuid(input)),
      ),
    },
  };
  const head = {
    about: [name],
    title: `System security plan of ${system?.name ?? 'templates'} (skeleton)`,
    now,
    roles: PLAN_ROLES,
    resources: resourcesOf(input),
  };
  return documentText('system-security-plan', head, body);
}

function systemUuid(input: OscalInput): string {
  return uuidOf('this-system', systemName(input));
}

const TO_STATE = 'To be stated by the department.';

function characteristicsOf(input: OscalInput): object {
  const { system, result } = input;
  const { accounts = [], deploymentModel } = system ?? {};
  const levels = [...new Set(accounts.map(({ classification }) => classification))];
  const holds = levels.length > 0 ? `Accounts are declared to hold ${levels.join(', ')}.` : TO_STATE;
  const names = accounts.map(({ name, id }) => `${name} (${id})`).join(', ');
  return {
    'system-ids': [{ 'identifier-type': 'http://ietf.org/rfc/rfc4122', id: uuidOf('system', systemName(input)) }],
    'system-name': system?.name ?? 'To be named: no config was given',
    description: TO_STATE,
    props: properties({ profile: result.profile, 'deployment-model': deploymentModel }),
    'system-information': {
      'information-types': [
        {
          uuid: uuidOf('information', systemName(input)),
          title: 'Information that the system holds',
          description: markup(holds),
        },
      ],
    },
    status: { state: 'other', remarks: TO_STATE },
    'authorization-boundary': {
      description: names === '' ? 'The templates that were judged.' : markup(`The accounts ${names}.`),
    },
  };
}

function implementationOf(input: OscalInput): object {
  const { system, result } = input;
  const components: readonly Component[] = [
    {
      uuid: systemUuid(input),
      type: 'this-system',
      title: 'This system',
      description: 'The system as a whole, as its templates describe it.',
      status: { state: 'other' },
    },
    {
      uuid: GATE_UUID,
      type: 'validation',
      title: 'Lionrock gate',
      description: 'Judges templates by rules before they are deployed.',
      props: properties({ 'rule-set': result.tool.ruleSet }),
      status: { state: 'operational' },
    },
  ];
  return {
    users: [
      {
        uuid: uuidOf('user', systemName(input), 'department'),
        title: 'Users of the department',
        description: TO_STATE,
        'role-ids': ['department'],
      },
    ],
    components,
    ...listed('inventory-items', [
      ...(system?.accounts ?? []).map((account) => accountItem(input, account)),
      ...result.inputs.map(({ path, resources }) => templateItem(input, path, resources)),
    ]),
  };
}

function accountItem(input: OscalInput, account: OscalAccount): InventoryItem {
  const { name, id, department, classification, personalData, systemTier } = account;
  return {
    uuid: uuidOf('account', systemName(input), name),
    description: markup(`AWS account ${name}`),
    props: properties({
      'account-id': id,
      department,
      classification,
      'personal-data': personalData ? 'yes' : 'no',
      'system-tier': systemTier,
    }),
  };
}

function templateItem(input: OscalInput, path: string, resources: number): InventoryItem {
  return {
    uuid: uuidOf('template', systemName(input), path),
    description: markup(`Template ${path}`),
    props: properties({ resources }),
    links: [{ href: `#${fileUuid(input, path)}`, rel: 'reference' }],
  };
}
