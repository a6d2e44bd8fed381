import type { EgressPath } from '../../../lib/proofs/residency';
import { OWN_ACCOUNT } from './world';

/** Values for a path: one that leads out, one that stays, one that nothing resolves; `never` where there is none. */
interface Cases {
  readonly leaves: unknown;
  /** Undefined: not set. */
  readonly stays: unknown;
  readonly open: unknown;
}

const OPEN = { Ref: 'Open' };

const statement = (account: string) => ({
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: '*', Resource: '*' }],
});

const BY_PREDICATE: Readonly<Record<string, (path: EgressPath) => Cases>> = {
  'region-not-allowed': ({ concern }) =>
    concern === 'zones'
      ? { leaves: 'ap-east-1-tpe-1a', stays: 'ap-east-1a', open: OPEN }
      : { leaves: 'ap-east-2', stays: 'ap-east-1', open: OPEN },
  'arn-region-not-allowed': () => ({
    leaves: 'arn:aws:kms:us-west-2:111122223333:key/1',
    stays: 'arn:aws:kms:ap-east-1:111122223333:key/1',
    open: { 'Fn::Sub': 'arn:aws:kms:${Open}:111122223333:key/1' },
  }),
  'unresolvable-name': () => ({ leaves: 'abroad', stays: 'at-home', open: 'nobody-knows' }),
  'external-host': () => ({ leaves: 'collector.example.com', stays: '10.0.0.7', open: OPEN }),
  'inference-profile-prefix': () => ({
    leaves: 'apac.anthropic.claude-v9',
    stays: 'anthropic.claude-v9',
    open: OPEN,
  }),
  'policy-external-principal': () => ({ leaves: statement('999988887777'), stays: statement(OWN_ACCOUNT), open: OPEN }),
  'definition-scan': () => ({
    leaves: '{"Place":"arn:aws:lambda:us-west-2:111122223333:function:f"}',
    stays: '{"Place":"arn:aws:lambda:ap-east-1:111122223333:function:f"}',
    open: OPEN,
  }),
  present: ({ concern }) =>
    concern === 'sharing'
      ? { leaves: '999988887777', stays: OWN_ACCOUNT, open: OPEN }
      : { leaves: 'something', stays: undefined, open: OPEN },
  true: () => ({ leaves: true, stays: false, open: OPEN }),
  absent: () => ({ leaves: undefined, stays: 'something', open: OPEN }),
};

/** Types whose mere presence leads out. */
const ALWAYS =
  /^AWS::(Amplify::App|CloudFront::(Distribution|DistributionTenant|KeyValueStore|StreamingDistribution)|EC2::(ClientVpnEndpoint|InternetGateway)|ECR::PublicRepository|GlobalAccelerator::Accelerator|Lightsail::(Instance|Distribution)|MemoryDB::MultiRegionCluster|NetworkManager::GlobalNetwork|QBusiness::Application|RDS::GlobalCluster|Route53RecoveryControl::Cluster|SES::EmailIdentity|SMSVOICE::ConfigurationSet)$/;

export function casesFor(path: EgressPath): Cases {
  const { predicate } = path;
  if (predicate === 'present' && ALWAYS.test(path.type)) return { leaves: undefined, stays: 'never', open: 'never' };
  if (path.path.endsWith('AmiDistributionConfiguration')) {
    return { leaves: { TargetAccountIds: ['999988887777'] }, stays: { Name: 'image' }, open: 'never' };
  }
  if (path.type === 'AWS::OpenSearchServerless::SecurityPolicy') {
    return { leaves: '[{"AllowFromPublic":true}]', stays: '[{"AllowFromPublic":false}]', open: OPEN };
  }
  const cases = BY_PREDICATE[predicate];
  if (cases) return cases(path);
  const [first = ''] = predicate.replace('value-in:', '').split('|');
  return { leaves: first, stays: 'something-else', open: OPEN };
}

/** What a value needs beside it to be what it is. */
const BESIDE: Readonly<Record<string, object>> = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer LoadBalancerAttributes[].Value': { Key: 'access_logs.s3.bucket' },
  'AWS::CodeBuild::Project Artifacts.Location': { Type: 'S3' },
};

/** Properties in which the value stands at the path. */
export function propertiesWith({ type, path }: EgressPath, value: unknown): object {
  const beside = BESIDE[`${type} ${path}`] ?? {};
  const steps = path.split('.');
  const [last = ''] = steps.slice(-1);
  const leaf = last.endsWith('[]') ? { [last.slice(0, -2)]: [value] } : { [last]: value, ...beside };
  return steps.slice(0, -1).reduceRight<object>((inner, step) => {
    return step.endsWith('[]') ? { [step.slice(0, -2)]: [inner] } : { [step]: inner };
  }, leaf);
}
