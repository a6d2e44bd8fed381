import type { Review, ReviewFinding } from '../../../lib/model';

/** A review with one finding. */
export function reviewOf(finding: Partial<ReviewFinding>): Review {
  return {
    glance: {
      verdict: 'fail',
      reasons: ['1 finding failed'],
      subject: 'hk-government',
      landingZone: 'hk-government',
      profile: { id: 'hk-s17', title: 'Hong Kong SAR Government', framework: 'S17' },
      classifications: [],
      systemTiers: [],
      judgedAt: '2026-11-26T00:00:00.000Z',
      timeZone: 'Asia/Hong_Kong',
      tool: { version: '0.1.0', ruleSet: '2026.11+0' },
      inputs: { templates: 1, resources: 1, evaluations: 1 },
      summary: { fail: 1, unknown: 0, waived: 0, pass: 0 },
      families: [],
      coverage: { evidenced: 1, applicable: 125 },
      warnings: [],
      errors: [],
    },
    findings: {
      rules: [
        {
          id: 'bucket-versioned',
          control: 'LOG-05',
          category: 'logging',
          severity: 'high',
          message: 'The bucket keeps no versions.',
          remediation: 'Turn versioning on.',
        },
      ],
      templates: [{ path: 'a.json', resources: 1 }],
      findings: [
        {
          id: '0123456789abcdef',
          status: 'fail',
          rule: 0,
          template: 0,
          logicalId: 'Bucket',
          resourceType: 'AWS::S3::Bucket',
          ...finding,
        },
      ],
      fixed: [],
    },
    controls: { frameworks: [], controls: [], resources: [] },
    approvals: { today: '2026-11-26', hasRegister: false, waivers: [], history: [], gaps: [] },
    residency: { regions: ['ap-east-1'], paths: [], transfers: [] },
    keys: { keys: [] },
    logs: { flows: [], stores: [], silent: [] },
    identity: { paths: [], permissionSets: [], exempted: [] },
    networks: [],
  };
}
