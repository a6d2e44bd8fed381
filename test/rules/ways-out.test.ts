import { profileById } from '../../lib/profiles';
import { EGRESS_PATHS, type EgressPath } from '../../lib/proofs/residency';
import { evaluateRules, RULES } from '../../lib/rules';
import { residencyRules } from '../../lib/rules/residency';
import { casesFor, propertiesWith } from '../proofs/residency/generated';
import { OWN_ACCOUNT, prove, unitOf } from '../proofs/residency/world';

const rules = RULES.filter((rule) => residencyRules.includes(rule) || rule.control.startsWith('RES-'));
const declared = { transfers: [], accounts: [], today: '2026-11-26' };
const judged = EGRESS_PATHS.filter(({ wanted, ownRegion }) => !wanted && !ownRegion);

/** What proof and gate say of one value of a path, where the register of a landing zone is known and empty. */
function verdicts(path: EgressPath, value: unknown): { readonly proof: string; readonly gate: string } {
  const properties = value === undefined ? {} : propertiesWith(path, value);
  const bucket = (name: string) => ({ Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: name } } });
  const graph = unitOf(
    { resources: { Subject: { Type: path.type, Properties: properties } } },
    { resources: bucket('abroad'), region: 'us-west-2' },
    { resources: bucket('at-home'), account: OWN_ACCOUNT },
  );
  const proof = prove(graph, { register: [] }).paths.filter(({ logicalId }) => logicalId === 'Subject');
  const gate = evaluateRules(graph, rules, { profile: profileById('hk-s17'), declared }).filter(
    ({ resource }) => resource.logicalId === 'Subject',
  );
  return { proof: worst(proof), gate: worst(gate.map(({ result }) => result)) };
}

const worst = (found: readonly { readonly status: string }[]) =>
  ['fail', 'unknown'].find((wanted) => found.some(({ status }) => status === wanted)) ?? 'nothing';

test('what the residency proof finds, the gate finds', () => {
  const disagreements = judged.flatMap((path) =>
    Object.entries(casesFor(path))
      .filter(([name, value]) => name !== 'stays' && value !== 'never')
      .map(([name, value]) => ({ path: `${path.type} ${path.path}`, name, ...verdicts(path, value) }))
      .filter(({ proof, gate }) => proof !== gate && gate !== 'fail'),
  );
  expect(disagreements).toEqual([]);
});
