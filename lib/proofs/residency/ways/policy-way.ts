import { asText, isMap, policyDocument, type Statement, type Value } from '../../../template';
import { principalWays } from './principal-way';
import { leavesTo, unknownWay, type Standpoint, type Way } from './way';

/** Keys by which a statement keeps to the organisation, to accounts or to networks. Lower case. */
const NARROWING =
  /^(aws:(principal(arn|account|orgid|orgpaths)|source(account|arn|orgid|orgpaths|owner|vpc|vpce)|vpcesource\w+|resource(account|orgid|orgpaths))|kms:calleraccount|s3:dataaccesspoint\w+)$/;

/** What a resource policy comes to: the principals outside that its statements let in, each as a way. */
export function policyWays(value: Value, at: Standpoint): readonly Way[] {
  const { statements, unresolved } = policyDocument(value, '');
  return [
    ...statements
      .filter((statement) => admits(statement) && !isNarrowPassage(statement, at))
      .flatMap(({ principals }) =>
        principals
          .filter(({ kind }) => kind !== 'Service')
          .flatMap(({ kind, name }) => (kind === 'Federated' ? federated(name) : principalWays(name, at))),
      ),
    ...unresolved.map(({ reason }) => unknownWay(reason)),
  ];
}

/** A provider of identities is outside AWS, whoever registered it; what it may do is for other rules. */
function federated(name: Value): readonly Way[] {
  const text = asText(name);
  return text === undefined || text.startsWith('arn:') ? [] : [leavesTo(text)];
}

function admits({ effect, condition }: Statement): boolean {
  if (asText(effect) === 'Deny') return false;
  const keys = isMap(condition)
    ? Object.values(condition).flatMap((entries) => (isMap(entries) ? Object.keys(entries) : []))
    : [];
  return !keys.some((key) => NARROWING.test(key.toLowerCase()));
}

/** What stands in the VPC may pass an endpoint anyway; a statement that names its resources opens no other way. */
function isNarrowPassage({ resources }: Statement, { resource }: Standpoint): boolean {
  return (
    resource.type === 'AWS::EC2::VPCEndpoint' && resources.length > 0 && !resources.some((name) => asText(name) === '*')
  );
}
