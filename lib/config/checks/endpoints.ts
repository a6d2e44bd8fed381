import { ingressesOf } from '../ingresses';
import type { ProblemDraft } from '../problem';
import type { AccountConfig, LandingZoneConfig, VpcConfig } from '../schema';
import type { Path } from '../source';
import type { Check } from './check';
import { vpcsOf } from './survey';

type Workload = AccountConfig['workloads'][number];

/** Workloads reach AWS through interface endpoints alone: those that they need are in their VPC, each once. */
export const checkEndpoints: Check = (config) => [
  ...config.accounts.flatMap((account, index) => {
    const path = ['accounts', index, 'vpcs'];
    return [...repeated(account, path), ...account.workloads.flatMap((workload) => missing(workload, account, path))];
  }),
  ...missingOfProxy(config),
];

/** A task starts with its image, which comes from the registry, its layers from S3, and with a log. */
const TASK_SERVICES = ['ecr.api', 'ecr.dkr', 's3', 'logs'];

/** Services that a workload calls, as its interface endpoints are named. */
function needs(workload: Workload): readonly string[] {
  if (workload.type === 'web-service') {
    return [
      ...TASK_SERVICES,
      ...(workload.database === undefined ? [] : ['secretsmanager']),
      ...(workload.tables.length > 0 ? ['dynamodb'] : []),
    ];
  }
  if (workload.type === 'exchange') {
    return ['kms', 's3', 'ssm', workload.delivery.by === 'sftp' ? 'transfer' : 'secretsmanager'];
  }
  if (workload.type !== 'function') return [];
  return [...(workload.tables.length > 0 ? ['dynamodb'] : []), ...(workload.datasets.length > 0 ? ['s3'] : [])];
}

function missing(workload: Workload, account: AccountConfig, path: Path): readonly ProblemDraft[] {
  if (!('zone' in workload)) return [];
  const { zone } = workload;
  const at = account.vpcs.findIndex((vpc) => zone in vpc.zones);
  const vpc = account.vpcs[at];
  if (!vpc) return [];
  return absent(vpc, needs(workload), `${workload.type} "${workload.name}" of "${account.name}"`, [...path, at]);
}

/** The reverse proxy stands where the internet comes in; its certificate lies in a secret. */
function missingOfProxy(config: LandingZoneConfig): readonly ProblemDraft[] {
  return ingressesOf(config).flatMap(({ ingress, title }) => {
    const placed = vpcsOf(config).find(({ name }) => name === ingress.vpc);
    if (!placed || !ingress.proxy) return [];
    return absent(placed.vpc, [...TASK_SERVICES, 'secretsmanager'], `the reverse proxy of ${title}`, placed.path);
  });
}

function absent(vpc: VpcConfig, services: readonly string[], who: string, path: Path): readonly ProblemDraft[] {
  const missed = services.filter((service) => !vpc.interfaceEndpoints.includes(service));
  if (missed.length === 0) return [];
  return [
    {
      path: [...path, 'interfaceEndpoints'],
      message: `${who} calls ${missed.join(', ')}, for which its VPC has no interface endpoint`,
      expected: `interface endpoints for ${services.join(', ')}`,
      remedy: `add ${missed.join(', ')} to interfaceEndpoints`,
    },
  ];
}

function repeated(account: AccountConfig, path: Path): readonly ProblemDraft[] {
  return account.vpcs.flatMap((vpc, index) =>
    vpc.interfaceEndpoints.flatMap((service, at): ProblemDraft[] => {
      const first = vpc.interfaceEndpoints.indexOf(service);
      if (first === at) return [];
      const list = [...path, index, 'interfaceEndpoints'];
      const message = `interface endpoint "${service}" is listed twice`;
      return [
        {
          path: [...list, at],
          message,
          expected: 'each service once',
          remedy: 'remove it',
          related: [[...list, first]],
        },
      ];
    }),
  );
}
