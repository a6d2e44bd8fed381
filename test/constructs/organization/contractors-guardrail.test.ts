import { contractorsGuardrail } from '../../../constructs/organization';
import { evaluate, readPolicy } from '../../../lib/proofs/guardrails';

const { document } = contractorsGuardrail({ partition: 'aws', permissionSets: ['ContractorSupport'] });
const full = readPolicy(
  { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
  'FullAWSAccess',
);
const levels = [[full], [full, readPolicy(document, 'contractors')]];

function ask(role: string, action: string): string {
  const arn = `arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/${role}`;
  return evaluate(
    {
      action,
      resource: '*',
      principal: { type: 'role', arn },
      context: { 'aws:PrincipalArn': arn },
      otherKeys: 'absent',
    },
    { serviceControl: levels, identity: [full] },
  ).answer;
}

describe('contractorsGuardrail', () => {
  test.each(['s3:GetObject', 'ssm:StartSession', 'iam:CreateRole', 'ec2:DescribeInstances'])(
    'a provider cannot %s in production, whatever the permission set says',
    (action) => expect(ask('ap-east-1/AWSReservedSSO_ContractorSupport_0123456789abcdef', action)).toBe('deny'),
  );

  test('staff can', () => expect(ask('AWSReservedSSO_Operator_0123456789abcdef', 's3:GetObject')).toBe('allow'));

  test.each([[[]], [['*']], [['Co']]])('refuses the names %j', (permissionSets) =>
    expect(() => contractorsGuardrail({ partition: 'aws', permissionSets })).toThrow(/expected names of 3 to 32/),
  );
});
