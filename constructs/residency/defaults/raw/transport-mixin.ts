import { CfnResource, Mixin, Stack } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import { asInTemplate } from '../../template-of';
import { isOwn } from '../stack-defaults';

interface PolicyKind {
  readonly type: string;
  /** Property that names what the policy is about, and how. */
  readonly property: 'Bucket' | 'Queues' | 'Topics';
  readonly action: string;
}

const POLICIES: Readonly<Record<string, PolicyKind>> = {
  'AWS::S3::Bucket': { type: 'AWS::S3::BucketPolicy', property: 'Bucket', action: 's3:*' },
  'AWS::SQS::Queue': { type: 'AWS::SQS::QueuePolicy', property: 'Queues', action: 'sqs:*' },
  'AWS::SNS::Topic': { type: 'AWS::SNS::TopicPolicy', property: 'Topics', action: 'sns:Publish' },
};

/** Gives a bucket, queue or topic without a policy one that refuses plain HTTP; a policy that is there stays as it is. */
export class TransportMixin extends Mixin {
  override supports(construct: IConstruct): construct is CfnResource {
    return CfnResource.isCfnResource(construct) && construct.cfnResourceType in POLICIES && !isOwn(construct);
  }

  override applyTo(construct: IConstruct): void {
    if (!this.supports(construct)) return;
    const kind = POLICIES[construct.cfnResourceType];
    if (!kind || hasPolicy(construct, kind)) return;
    const { property, action, type } = kind;
    new CfnResource(new Construct(construct, 'LionrockTransport'), 'Policy', {
      type,
      properties: {
        [property]: property === 'Bucket' ? construct.ref : [construct.ref],
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'DenyPlainHttp',
              Effect: 'Deny',
              Principal: '*',
              Action: action,
              Resource: resources(construct, property),
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    });
  }
}

function resources(construct: CfnResource, property: PolicyKind['property']): unknown {
  if (property === 'Topics') return construct.ref;
  const arn = construct.getAtt('Arn').toString();
  return property === 'Bucket' ? [arn, `${arn}/*`] : arn;
}

function hasPolicy(construct: CfnResource, { type, property }: PolicyKind): boolean {
  const stack = Stack.of(construct);
  const name = JSON.stringify(stack.resolve(construct.ref));
  return stack.node
    .findAll()
    .filter((node): node is CfnResource => CfnResource.isCfnResource(node) && node.cfnResourceType === type)
    .flatMap((policy) => asInTemplate(policy))
    .some(({ properties }) => JSON.stringify(new Map(Object.entries(properties ?? {})).get(property)).includes(name));
}
