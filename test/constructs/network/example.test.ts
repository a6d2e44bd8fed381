import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { claimsOf } from '../../../constructs/claims';
import { networkExample } from '../../../examples/a-la-carte/network';
import { unacknowledged } from '../../support/compliance';
import { ofType } from './support/network';

test('the example is compliant, and does what it says', () => {
  const stack = networkExample(new App());
  expect(unacknowledged(stack)).toEqual([]);
  expect(ofType(stack, 'AWS::EC2::VPCEndpoint')).toHaveLength(2);
  expect(claimsOf(stack).flows).toHaveLength(2);
});

test.each(['network', 'network-ingress', 'network-hub', 'network-names', 'network-spoke', 'network-own-vpc'])(
  'the README shows the example %s as it is',
  (name) => {
    const example = readFileSync(`examples/a-la-carte/${name}.ts`, 'utf8');
    const shown = example.replaceAll(/'..\/..\/constructs\/(\w+)'/g, "'lionrock/$1'").trim();
    expect(readFileSync('constructs/network/README.md', 'utf8')).toContain(shown);
  },
);
