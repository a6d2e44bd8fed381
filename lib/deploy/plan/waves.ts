import type { LandingZoneConfig } from '../../config';

type Role = LandingZoneConfig['accounts'][number]['role'];

/** A step of the deployment: its stacks may stand only when those of the steps before do. */
export interface WaveRule {
  readonly name: string;
  readonly title: string;
  /** Stacks that belong here: all of accounts with a role, or those of some capabilities. */
  readonly stacks: readonly { readonly roles?: readonly Role[]; readonly capabilities?: readonly RegExp[] }[];
}

const MEMBERS: readonly Role[] = ['workload'];

/**
 * The steps in their order; the first in which a stack finds itself is its own, the last is for all that is left. A stack
 * moves to a later step where something that it needs stands there.
 */
export const WAVES: readonly WaveRule[] = [
  {
    name: 'organization',
    title: 'organisation and guardrails',
    stacks: [{ roles: ['management'], capabilities: [/^(keys|guardrails|administration)$/] }],
  },
  {
    name: 'log-archive',
    title: 'log archive and keys',
    stacks: [{ roles: ['log-archive'] }, { capabilities: [/^keys$/] }],
  },
  {
    name: 'audit',
    title: 'audit, and the records of the organisation',
    stacks: [{ roles: ['management', 'audit'] }],
  },
  { name: 'network', title: 'network', stacks: [{ roles: ['network'] }] },
  { name: 'shared-services', title: 'shared services', stacks: [{ roles: ['shared-services'] }] },
  {
    name: 'baselines',
    title: 'baselines of accounts',
    stacks: [
      {
        roles: MEMBERS,
        capabilities: [/^(key-material|logging|detection|identity|baseline.*|public-access|vpc(-.+)?)$/],
      },
    ],
  },
  { name: 'departments', title: 'departments', stacks: [{}] },
];

/** Index of the step to which a stack belongs by itself. */
export function waveOf(role: Role | undefined, capability: string): number {
  const index = WAVES.findIndex(({ stacks }) =>
    stacks.some(
      ({ roles, capabilities }) =>
        (roles === undefined || (role !== undefined && roles.includes(role))) &&
        (capabilities === undefined || capabilities.some((pattern) => pattern.test(capability))),
    ),
  );
  return index === -1 ? WAVES.length - 1 : index;
}
