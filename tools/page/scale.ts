import type { EvidenceResource, Review, ReviewFinding, ReviewKey, ReviewTemplate } from '../../lib/model';
import { scaleNetwork } from './scale-network';

/** For each department, as the example has it for each of its accounts. */
const EACH = { templates: 8, resources: 500, findings: 25, keys: 4, logs: 10, roles: 6 };

/**
 * The page of a whole government: a hundred thousand resources and five thousand findings at 200 departments, in words that
 * are as long and as different as those of real assemblies, and the network that as many departments have.
 * @param small What is multiplied: its rules, controls and texts.
 */
export function scaleReview(small: Review, departments: number, now: Date): Review {
  const numbers = Array.from({ length: departments }, (_, index) => index);
  const templates = numbers.flatMap(templatesOf);
  const resources = numbers.flatMap(resourcesOf);
  const findings = numbers.flatMap((department) => findingsOf(small, department));
  const summary = { ...small.glance.summary, fail: findings.length, unknown: 0, waived: 0, pass: resources.length * 4 };
  return {
    ...small,
    glance: {
      ...small.glance,
      subject: `${departments} departments`,
      summary,
      inputs: { ...small.glance.inputs, templates: templates.length, resources: resources.length },
    },
    findings: { ...small.findings, templates, findings },
    controls: { ...small.controls, resources, controls: controlsOf(small, resources.length) },
    keys: { keys: numbers.flatMap((department) => keysOf(small, department)) },
    logs: {
      ...small.logs,
      flows: numbers.flatMap((department) =>
        Array.from({ length: EACH.logs }, (_, index) => ({
          ...placeOf(department, index),
          kind: ['packets', 'API calls', 'program output', 'DNS queries'][index % 4] ?? '',
          type: 'AWS::EC2::FlowLog',
          destination: 'elsewhere',
        })),
      ),
    },
    identity: {
      ...small.identity,
      paths: numbers.flatMap((department) =>
        Array.from({ length: EACH.roles }, (_, index) => ({
          ...placeOf(department, index),
          name: `role-${index}`,
          privileges: [
            { privilege: 'delete keys' as const, answer: index === 0 ? ('yes' as const) : ('unknown' as const) },
          ],
          trust: [{ who: [`account ${accountOf(department)}`], when: ['aws:MultiFactorAuthPresent Bool true'] }],
          unread: [],
          bounded: false,
          isExempt: false,
        })),
      ),
    },
    networks: [scaleNetwork(departments, now)],
  };
}

/** Eight digits and letters that are the same each time and look like a hash of CDK. */
function hash(...numbers: readonly number[]): string {
  const mixed = numbers.reduce((sum, number) => Math.imul(sum ^ number, 0x9e3779b1) >>> 0, 0x811c9dc5);
  return mixed.toString(16).toUpperCase().padStart(8, '0');
}

function accountOf(department: number): string {
  return String(110_000_000_000 + department * 37);
}

function pathOf(department: number, index: number): string {
  return `cdk.out/assembly-department-${department}-prod/department${department}prodstack${index}${hash(department, index)}.template.json`;
}

function placeOf(department: number, index: number) {
  return {
    template: pathOf(department, index % EACH.templates),
    logicalId: `ServiceResource${index}${hash(department, index, 7)}`,
    constructPath: `department-${department}-prod/service/Resource${index}/Resource`,
    account: `department-${department}-prod`,
    location: { file: pathOf(department, index % EACH.templates), line: 100 + index * 17, column: 5 },
  };
}

function templatesOf(department: number): readonly ReviewTemplate[] {
  return Array.from({ length: EACH.templates }, (_, index) => ({
    path: pathOf(department, index),
    account: `department-${department}-prod`,
    stack: `stack-${index}`,
    region: 'ap-east-1',
    resources: 62,
    digest: Array.from({ length: 8 }, (__, part) => hash(department, index, part).toLowerCase()).join(''),
  }));
}

function resourcesOf(department: number): readonly EvidenceResource[] {
  return Array.from({ length: EACH.resources }, (_, index) => ({
    template: department * EACH.templates + (index % EACH.templates),
    logicalId: `DepartmentServiceSubnetGroup${index}${hash(department, index)}`,
    type: ['AWS::EC2::NetworkAclEntry', 'AWS::IAM::Role', 'AWS::KMS::Key', 'AWS::Logs::LogGroup'][index % 4] ?? '',
  }));
}

function findingsOf({ findings: { rules } }: Review, department: number): readonly ReviewFinding[] {
  return Array.from({ length: EACH.findings }, (_, index) => {
    const { template: _path, account: _account, location, ...place } = placeOf(department, index);
    return {
      id: `${hash(department, index, 1)}${hash(department, index, 2)}`.toLowerCase(),
      status: 'fail',
      rule: index % rules.length,
      template: department * EACH.templates + (index % EACH.templates),
      resourceType: 'AWS::S3::Bucket',
      ...place,
      location,
      property: `Properties.Rules.${index}.Destination`,
      observed: `arn:aws:s3:::department-${department}-${index}`,
      expected: 'a bucket of a region of the profile',
      because: `bucket department-${department}-${index} is not made by these templates`,
      excerpt: {
        first: location.line,
        lines: Array.from(
          { length: 8 },
          (__, line) => `"Line${line}": "arn:aws:iam::${accountOf(department)}:role/r${index}",`,
        ),
      },
      witness: [0, 1, 2].map((hop) => ({
        hop: `${place.logicalId}-${hop}`,
        template: pathOf(department, hop),
        logicalId: place.logicalId,
        why: `the rule of group ${hop} lets it in`,
      })),
    };
  });
}

function controlsOf({ controls: { controls } }: Review, resources: number): Review['controls']['controls'] {
  const rules = controls.reduce((sum, control) => sum + control.rules.length, 0);
  let rule = 0;
  return controls.map((control) => ({
    ...control,
    rules: control.rules.map((each) => {
      rule += 1;
      // Four rules pass on each resource.
      const step = Math.ceil(rules / 4);
      const passed = Array.from({ length: Math.floor(resources / step) }, (_, at) => at * step + (rule % step));
      return { ...each, passed: passed.filter((position) => position < resources) };
    }),
  }));
}

function keysOf({ keys: { keys } }: Review, department: number): readonly ReviewKey[] {
  const [first] = keys;
  if (!first) return [];
  return Array.from({ length: EACH.keys }, (_, index) => ({
    ...first,
    ...placeOf(department, index),
    aliases: [`alias/department-${department}/purpose-${index}`],
    statements: Array.from({ length: 8 }, (__, statement) => ({
      name: `Allow${statement}`,
      effect: 'Allow' as const,
      powers: ['use' as const],
      who: [`account ${accountOf(department)}, as its identity policies say`],
      when: [`aws:PrincipalArn ArnLike arn:aws:iam::${accountOf(department)}:role/role-${statement}`],
    })),
    identities: Array.from({ length: 12 }, (__, identity) => ({
      name: `department-${department}-service-role-${identity}`,
      account: `department-${department}-prod`,
      powers: [{ power: 'use' as const, answer: 'unknown' as const }],
    })),
  }));
}
