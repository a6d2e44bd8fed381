import { partitionOf, URL_SUFFIXES } from '../../model';
import { ingressesOf } from '../ingresses';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { Path } from '../source';
import type { Check } from './check';

const REGISTRY = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.(amazonaws\.[a-z.]+)\/[^:@]+([:@].+)?$/;

/** Container images come from a registry of the organisation, in the home region, by a tag or digest that says which. */
export const checkImages: Check = (config) => {
  return [
    ...config.accounts.flatMap((account, index) =>
      account.workloads.flatMap((workload, at) =>
        workload.type === 'web-service'
          ? problems(config, workload.image, workload.name, ['accounts', index, 'workloads', at, 'image'])
          : [],
      ),
    ),
    ...ingressesOf(config).flatMap(({ ingress: { proxy }, path }) =>
      proxy ? problems(config, proxy.image, 'proxy', [...path, 'proxy', 'image']) : [],
    ),
  ];
};

function problems(config: LandingZoneConfig, image: string, name: string, path: Path): readonly ProblemDraft[] {
  const ids = config.accounts.map((account) => account.id);
  const wrong = faults(image, ids, config.homeRegion);
  if (wrong.length === 0) return [];
  return [
    {
      path,
      message: `the image of "${name}" ${wrong.join(', and ')}`,
      expected: `ACCOUNT.dkr.ecr.${config.homeRegion}.${suffixOf(config.homeRegion)}/NAME:TAG, with an account of this landing zone`,
      remedy: 'copy the image to a registry of the organisation and name it with its tag or digest',
      dependsOn: [['homeRegion'], ...config.accounts.map((_, index) => ['accounts', index, 'id'])],
    },
  ];
}

function faults(image: string, accountIds: readonly string[], homeRegion: string): readonly string[] {
  const match = REGISTRY.exec(image);
  if (!match) return ['is not in a private registry'];
  const [, owner = '', region = '', suffix = '', version = ':latest'] = match;
  return [
    ...(accountIds.includes(owner) ? [] : [`is of the account ${owner}, which is not in this landing zone`]),
    ...(region === homeRegion ? [] : [`is in the region ${region}`]),
    ...(suffix === suffixOf(region) ? [] : [`ends in ${suffix}, which no registry of ${region} does`]),
    ...(version === ':latest' ? ['names no version'] : []),
  ];
}

function suffixOf(region: string): string {
  return URL_SUFFIXES[partitionOf(region) ?? 'aws'];
}
