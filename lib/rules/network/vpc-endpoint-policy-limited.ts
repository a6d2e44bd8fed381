import { and, not, or, type Trilean } from '../../model';
import { asText } from '../../template';
import { NOT_APPLICABLE, present, property } from '../check';
import { documentsAt, forbid, isAllow, isNarrowed, namesWorld, onEverything, type Statement } from '../policy';
import { listed, type Rule } from '../rule';

const judgePolicy = forbid({
  documents: (resource) => documentsAt(resource, 'PolicyDocument'),
  expected: 'a statement limited to the organisation, to principals or to resources',
  is: (item) => and(isAllow(item), namesWorld(item), onEverything(item), not(isLimited(item))),
});

const hasPolicy = property('PolicyDocument', present);

/** Without a policy an endpoint allows everything to everybody. A gateway load balancer endpoint takes none. */
export const vpcEndpointPolicyLimited: Rule = {
  id: 'vpc-endpoint-policy-limited',
  control: 'NET-10',
  message: 'Anybody’s credentials can be used through the endpoint, towards anybody’s data.',
  remediation:
    'Give the endpoint a PolicyDocument with a condition on aws:PrincipalOrgID or aws:ResourceOrgID, or named principals.',
  types: ['AWS::EC2::VPCEndpoint'],
  scope: 'resource',
  evaluate: (resource, context) => {
    if (asText(resource.properties['VpcEndpointType']) === 'GatewayLoadBalancer') return NOT_APPLICABLE;
    const limited = hasPolicy(resource, context);
    return listed(limited).some(({ status }) => status !== 'pass') ? limited : judgePolicy(resource, context);
  },
};

/** Who calls, or whose resource is called. */
function isLimited(item: Statement): Trilean {
  const keys = JSON.stringify(item.condition ?? {}).toLowerCase();
  return or(isNarrowed(item), keys.includes('aws:resourceorgid') || keys.includes('aws:resourceaccount'));
}
