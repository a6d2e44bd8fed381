import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, problemText } from '../../lib/config';
import { gate, registersOf } from '../../lib/gate';
import { synthesize } from '../../lib/landing-zone';
import { resourcesOf } from './support/assemble';
import { variantConfig, type Variant } from './support/variant';

const VARIANTS: readonly Variant[] = [
  {
    profile: 'ca-agency',
    profileFile: 'examples/profiles/ca-agency.yaml',
    region: 'ca-central-1',
    partition: 'aws',
    suffix: 'amazonaws.com',
    level: 'PUBLIC',
    withHook: true,
  },
  {
    profile: 'us-agency',
    profileFile: 'examples/profiles/us-agency.yaml',
    region: 'us-gov-west-1',
    partition: 'aws-us-gov',
    suffix: 'amazonaws.com',
    level: 'PUBLIC',
    withHook: false,
  },
  {
    profile: 'eu-agency',
    profileFile: 'examples/profiles/eu-agency.yaml',
    region: 'eusc-de-east-1',
    partition: 'aws-eusc',
    suffix: 'amazonaws.eu',
    level: 'PUBLIC',
    withHook: true,
  },
];

describe('the example, smaller, in another partition and jurisdiction', () => {
  test.each(VARIANTS)('$profile in $partition: synthesizes and passes the gate', async (variant) => {
    const loaded = loadConfig(variantConfig(variant));
    if (loaded.kind === 'wrong') throw new Error(loaded.problems.map(problemText).join('\n'));
    if (loaded.kind !== 'loaded') throw new Error(loaded.message);
    const { config, profile, folder } = loaded;
    const outdir = mkdtempSync(join(tmpdir(), 'assembly-'));
    const { resources } = synthesize({ config, profile, configFolder: folder, outdir });
    const result = await gate({ inputs: [outdir], profile, registers: registersOf(config) });
    const open = result.findings.filter(({ status }) => status === 'fail' || status === 'unknown');
    expect(
      open.map(({ status, rule, message, logicalId, evidence }) => ({ status, rule, message, logicalId, evidence })),
    ).toEqual([]);
    expect(result.verdict).toBe('pass');
    expect(resources).toBeGreaterThan(300);
    const absent = profile.absentTypes[variant.region] ?? new Set();
    expect(resourcesOf(outdir).filter(({ type }) => absent.has(type))).toEqual([]);
  });
});
