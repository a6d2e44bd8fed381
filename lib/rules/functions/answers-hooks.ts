import { asText, wholeOf, type Graph, type Resource, type Value } from '../../template';
import { companions, referred } from '../check';
import { IDENTITY_POLICY_TYPES, identityDocuments, type PolicyDocument } from '../policy';

/** What gives a function nothing to read: its own log and traces. */
const OWN_RECORDS = /^(logs:(CreateLogStream|PutLogEvents)|xray:Put[A-Za-z]+)$/;

/**
 * Whether a hook of CloudFormation asks the function, and its role shows that it can do nothing but write its log and
 * traces: it sees what is being deployed, and no data of the account. What cannot be told does not count.
 */
export function answersHooks(resource: Resource, graph: Graph): boolean {
  const naming = { type: 'AWS::CloudFormation::LambdaHook', path: 'LambdaFunction', name: 'FunctionName' };
  if (!companions(graph, resource, naming).some(({ certainty }) => certainty === true)) return false;
  const { Role } = resource.properties;
  const role = referred(Role, graph);
  return role !== undefined && onlyRecords(role, graph);
}

/** Every policy of the role is known, and allows nothing else. */
function onlyRecords(role: Resource, graph: Graph): boolean {
  if (role.type !== 'AWS::IAM::Role' || role.properties['ManagedPolicyArns'] !== undefined) return false;
  const attached = IDENTITY_POLICY_TYPES.flatMap((type) => [
    ...companions(graph, role, { type, path: 'Roles[]', name: 'RoleName' }),
    ...companions(graph, role, { type, path: 'RoleName', name: 'RoleName' }),
  ]).filter((companion) => companion.resource !== wholeOf(role));
  const documents = [role, ...attached.map((companion) => companion.resource)].flatMap(identityDocuments);
  return documents.length > 0 && documents.every(allowsOnlyRecords);
}

function allowsOnlyRecords({ statements, unresolved }: PolicyDocument): boolean {
  return (
    unresolved.length === 0 &&
    statements.every(({ notActions, actions }) => notActions.length === 0 && actions.every(isRecord))
  );
}

function isRecord(action: Value): boolean {
  return OWN_RECORDS.test(asText(action) ?? '');
}
