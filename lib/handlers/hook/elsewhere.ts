import type { HookEstate } from '../../gate';
import type { BesideTemplate } from '../../template';

/** No stack can be called so. */
const PATH = 'elsewhere:';

/**
 * What stands in other templates of the estate, as templates that the judged one sees: buckets, which do not tell their
 * region, the other accounts, and in the account of the stack an identity that the boundaries limit, so that they are known to give nothing.
 */
export function elsewhere(
  { registers, buckets, boundaries }: HookEstate,
  { partition, account }: { readonly partition: string; readonly account: string | undefined },
): readonly BesideTemplate[] {
  const regions = [...new Set(Object.values(buckets))];
  const stores = regions.map((region) => ({
    path: PATH + region,
    options: { region },
    body: template(
      Object.keys(buckets)
        .filter((name) => buckets[name] === region)
        .map((BucketName) => ({ Type: 'AWS::S3::Bucket', Properties: { BucketName } })),
    ),
  }));
  const limited = boundaries.map((name) => ({
    Type: 'AWS::IAM::Role',
    Properties: { PermissionsBoundary: `arn:${partition}:iam::${account}:policy/${name}` },
  }));
  const others = registers.accounts
    .filter(({ id }) => id !== account)
    .map(({ id }) => ({ path: PATH + id, options: { account: id }, body: template([]) }));
  const known = [...stores, ...others];
  return account === undefined ? known : [...known, { path: PATH, options: {}, body: template(limited) }];
}

function template(resources: readonly object[]): BesideTemplate['body'] {
  return { Resources: Object.fromEntries(resources.map((resource, index) => [`Elsewhere${index}`, resource])) };
}
