import { App, NestedStack, Stack, Validations, aws_s3 as s3 } from 'aws-cdk-lib';
import { gate } from '../../lib/gate';
import { profileById } from '../../lib/profiles';
import { Scratch } from './support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

/** Two buckets, one of them in a nested stack, with something acknowledged by CDK code. */
async function findingsOf(acknowledge: (stack: Stack) => void) {
  const outdir = scratch.path(`cdk.out-${Math.random().toString(36).slice(2)}`);
  const app = new App({ outdir });
  const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'ap-east-1' } });
  new s3.Bucket(stack, 'Here');
  new s3.Bucket(new NestedStack(stack, 'Nested'), 'Below');
  acknowledge(stack);
  app.synth();
  const { findings } = await gate({ inputs: [outdir], profile: profileById('hk-s17'), inline: 'honour' });
  return findings
    .filter(({ rule }) => rule === 'bucket-versioned')
    .map(({ logicalId, status }) => `${/^[A-Z][a-z]+/.exec(logicalId)?.[0]} ${status}`)
    .toSorted();
}

describe('what CDK code acknowledges', () => {
  it.each<[string, string]>([
    ['a rule of cdk-nag, as it is seen in its report', 'AwsSolutions::AwsSolutions-S3BucketVersioningEnabled'],
    ['a rule of ours in a pack', 'HongKongGovernment::HongKongGovernment-bucket-versioned'],
    ['a rule of ours in a pack, in the short form', 'HongKongGovernment-bucket-versioned'],
  ])('counts for %s, on the construct and below it, when it is to be honoured', async (_, id) => {
    const reason = 'kept elsewhere';
    expect(await findingsOf(() => undefined)).toEqual(['Below fail', 'Here fail']);
    expect(await findingsOf((stack) => Validations.of(stack).acknowledge({ id, reason }))).toEqual([
      'Below waived',
      'Here waived',
    ]);
    expect(
      await findingsOf((stack) => Validations.of(stack.node.findChild('Here')).acknowledge({ id, reason })),
    ).toEqual(['Below fail', 'Here waived']);
  });
});
