import { parseArn } from '../../model';
import type { Profile } from '../../profiles';
import { ingressesOf } from '../ingresses';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { Path } from '../source';
import type { ProfileCheck } from './check';

/** Certificates are of Certificate Manager, in the home region, in the account that uses them. */
export const checkCertificates: ProfileCheck = (config, profile) => {
  const workloads = config.accounts.flatMap((account, index) =>
    account.workloads.flatMap((workload, at) =>
      workload.type === 'web-service'
        ? certificate(
            workload.certificateArn,
            ['accounts', index, 'workloads', at, 'certificateArn'],
            account.id,
            config,
            profile,
          )
        : [],
    ),
  );
  const owner = config.accounts.find((account) => account.name === config.network.hub.account);
  if (!owner) return workloads;
  const ingresses = ingressesOf(config).flatMap(({ ingress, path }) => {
    const secret = ingress.proxy?.certificateSecretArn;
    const at = [...path, 'proxy', 'certificateSecretArn'];
    return [
      ...certificate(ingress.certificateArn, [...path, 'certificateArn'], owner.id, config, profile),
      ...(secret === undefined ? [] : ofAccount(SECRET, secret, at, owner.id, config, profile)),
    ];
  });
  return [...workloads, ...ingresses];
};

/** What an ARN of the config names, and how one gets another. */
interface Kind {
  readonly title: string;
  readonly service: string;
  readonly rest: string;
  readonly remedy: string;
}

const CERTIFICATE: Kind = {
  title: 'certificate',
  service: 'acm',
  rest: 'certificate/…',
  remedy: 'request the certificate in the home region and in the account that uses it, and write its ARN here',
};

const SECRET: Kind = {
  title: 'secret',
  service: 'secretsmanager',
  rest: 'secret:…',
  remedy: 'store the secret in the home region and in the account that uses it, and write its ARN here',
};

function certificate(
  text: string,
  path: Path,
  account: string,
  config: LandingZoneConfig,
  profile: Profile,
): readonly ProblemDraft[] {
  return ofAccount(CERTIFICATE, text, path, account, config, profile);
}

function ofAccount(
  kind: Kind,
  text: string,
  path: Path,
  account: string,
  config: LandingZoneConfig,
  profile: Profile,
): readonly ProblemDraft[] {
  const arn = parseArn(text);
  if (!arn) return [];
  const wrong = [
    ...(arn.partition === profile.partition ? [] : [`is in the partition ${arn.partition}, not ${profile.partition}`]),
    ...(arn.service === kind.service ? [] : [`is of the service ${arn.service}, not ${kind.service}`]),
    ...(arn.region === config.homeRegion ? [] : [`is in the region ${arn.region || 'none'}, not ${config.homeRegion}`]),
    ...(arn.account === account ? [] : [`belongs to the account ${arn.account || 'none'}, not ${account}`]),
  ];
  if (wrong.length === 0) return [];
  return [
    {
      path,
      message: `the ${kind.title} ${wrong.join(', and ')}`,
      expected: `arn:${profile.partition}:${kind.service}:${config.homeRegion}:${account}:${kind.rest}`,
      remedy: kind.remedy,
      dependsOn: [
        ['homeRegion'],
        ['network', 'hub', 'account'],
        ...config.accounts.map((_, index) => ['accounts', index, 'id']),
      ],
    },
  ];
}
