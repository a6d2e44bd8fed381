import { gate, ruleSet } from '../../lib/gate';
import type { Waiver } from '../../lib/model';
import { profileById } from '../../lib/profiles';
import { oscalFiles } from '../../lib/report';
import { unitOfText } from '../../lib/template';

const HOSTILE = 'a/<script>*b*\u0000\u2028[x](y) {{ insert: param, z }}\u001B[2J/Resource';

/** Fails, passes, cannot be decided, is waived; with names that try to break out of what they stand in. */
const TEMPLATE = {
  Resources: {
    Open: {
      Type: 'AWS::S3::Bucket',
      Metadata: { 'aws:cdk:path': HOSTILE },
      Properties: { BucketName: 'x'.repeat(9000) },
    },
    Waived: { Type: 'AWS::S3::Bucket' },
    Undecided: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: { 'Fn::ImportValue': 'elsewhere' } } },
  },
};

const WAIVER: Waiver = {
  id: 'W-1',
  rule: 'bucket-versioned',
  scope: { logicalId: 'Waived' },
  reason: 'The supplier cannot write to versioned buckets',
  compensatingControl: 'nightly copies',
  riskOwner: 'owner@example.gov.hk',
  approver: 'ditso@example.gov.hk',
  ticket: 'SEC-1',
  issued: '2026-11-01',
  expires: '2026-12-31',
};

const ACCOUNT = {
  name: 'portal',
  id: '110000000011',
  department: 'e-services',
  classification: 'RESTRICTED',
  personalData: true,
  systemTier: 2,
};

/** Two sets of documents: of a system with everything that a result can hold, and of one of which nothing is known. */
export async function ownDocuments(): Promise<readonly (readonly [name: string, text: string])[]> {
  const now = new Date('2026-11-26T00:00:00Z');
  const profile = profileById('hk-s17');
  const { timeZone } = profile;
  const inputs = [unitOfText('a b/#1.json', JSON.stringify(TEMPLATE)), unitOfText('broken.json', '{')];
  const result = await gate({ inputs, profile, now, waivers: [WAIVER], includePassed: true });
  const empty = await gate({ inputs: [], profile, now });
  const system = { name: 'hk-government', deploymentModel: 'public', accounts: [ACCOUNT] };
  const sums = [['a b/#1.json', '0'.repeat(64)]] as const;
  const sets = [
    [
      'full',
      { result, now, timeZone, inputs: sums, rules: ruleSet(), system, evidence: ['e/SHA256SUMS', 'f'.repeat(64)] },
    ],
    ['empty', { result: empty, now, timeZone, inputs: [], rules: ruleSet() }],
  ] as const;
  return sets.flatMap(([set, input]) =>
    [...oscalFiles(input)].flatMap(([name, text]) => (text === undefined ? [] : [[`${set}/${name}`, text] as const])),
  );
}
