import { Template } from 'aws-cdk-lib/assertions';
import { readParameter, SharedParameter } from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import { networkStack, expectTemplate } from './support/network';

const PROPS = { parameterName: '/government/network/hub', value: 'tgw-1', description: 'Id of the hub' };

test('is shared inside the organisation alone, in the tier that can be shared', () => {
  const stack = networkStack();
  new SharedParameter(stack, 'Hub', { ...PROPS, shareWith: ['111122223334'] });
  expectTemplate(stack).hasResourceProperties('AWS::SSM::Parameter', {
    Name: PROPS.parameterName,
    Tier: 'Advanced',
    Value: 'tgw-1',
  });
  expectTemplate(stack).hasResourceProperties('AWS::RAM::ResourceShare', {
    AllowExternalPrincipals: false,
    Principals: ['111122223334'],
  });
  expect(unacknowledged(stack)).toEqual([]);
});

test('is not shared with nobody', () => {
  const stack = networkStack();
  new SharedParameter(stack, 'Hub', { ...PROPS, shareWith: [] });
  expectTemplate(stack).resourceCountIs('AWS::RAM::ResourceShare', 0);
});

test('is read by another account as a parameter of the template', () => {
  const stack = networkStack();
  const arn = 'arn:aws:ssm:ap-east-1:111122223334:parameter/government/network/hub';
  const value = readParameter(stack, 'Hub', arn);
  const [[logicalId, parameter] = []] = Object.entries(Template.fromStack(stack).findParameters('*'));
  expect(parameter).toMatchObject({ Type: 'AWS::SSM::Parameter::Value<String>', Default: arn });
  expect(stack.resolve(value)).toEqual({ Ref: logicalId });
});

test('needs a full name', () => {
  expect(() => new SharedParameter(networkStack(), 'Hub', { ...PROPS, parameterName: 'hub', shareWith: [] })).toThrow(
    /\[Network\/Hub\] parameterName: found "hub", expected a full name/,
  );
});
