import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { departmentApp } from '../../examples/department-app/app';
import { gate } from '../../lib/gate';
import { profileById } from '../../lib/profiles';

const outdir = mkdtempSync(join(tmpdir(), 'department-'));
departmentApp({ outdir }).synth();

describe('a department’s app in plain CDK, under LionrockDefaults', () => {
  test('passes the gate with no waiver and nothing unknown', async () => {
    const result = await gate({ inputs: [outdir], profile: profileById('hk-s17'), includePassed: true });
    const open = result.findings.filter(({ status }) => status !== 'pass');
    expect(open.map(({ status, rule, logicalId }) => `${status} ${rule} ${logicalId}`)).toEqual([]);
    expect(result.warnings).toEqual([]);
    expect(result.verdict).toBe('pass');
    expect(result.summary.pass).toBeGreaterThan(200);
  });

  test('says nothing of Lionrock in its stack', () => {
    const code = readFileSync('examples/department-app/permit-stack.ts', 'utf8');
    expect(code).not.toMatch(/lionrock|encrypt|kms|enforceSSL|blockPublicAccess|versioned|retention|tracing/i);
  });
});
