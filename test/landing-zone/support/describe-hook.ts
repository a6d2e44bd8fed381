import { dirname, join } from 'node:path';
import { Assembly } from '../../../tools/mutants/assembly';
import { OPERATORS } from '../../../tools/mutants/operators';
import { DeployedHook } from '../../handlers/hook/support/deployed-hook';
import { stackEvent } from '../../handlers/hook/support/events';
import type { LandingZoneConfig } from '../../../lib/config';
import type { Delivered } from './assemble';

/** A landing zone that was synthesized, with a hook. */
export interface HookedAssembly {
  readonly config: LandingZoneConfig;
  readonly outdir: string;
  /** Path below the folder to content. */
  readonly files: ReadonlyMap<string, string>;
  /** What stack sets bring to accounts. */
  readonly delivered: readonly Delivered[];
}

const ENV = { LIONROCK_HOOK_MODE: 'closed', LIONROCK_HOOK_OPERATIONS: 'STACK CHANGE_SET RESOURCE CLOUD_CONTROL' };

/** What the hook of an account says of one template, by its path in the assembly. */
type Judge = (
  path: string,
  template: string,
  settings?: Readonly<Record<string, string>>,
) => ReturnType<DeployedHook['call']>;

/** Tests that the hook which an assembly deploys accepts its templates one by one, and refuses weakened ones. */
export function describeHook({ config, outdir, files, delivered }: HookedAssembly): void {
  const staged = [...files.keys()].find((path) => path.endsWith('/estate.json')) ?? '';
  const hook = new DeployedHook({}, join(outdir, dirname(staged)));
  afterAll(() => hook.clean());
  const idOf = new Map(config.accounts.map(({ name, id }) => [name, id]));
  const judged: Judge = (path, template, env = ENV) => {
    const [folder = '', file = ''] = path.split('/');
    const account = idOf.get(folder.replace('assembly-', '')) ?? '';
    const place = { account, name: file.replace('.template.json', '') };
    return hook.call(stackEvent(undefined, 'UPDATE', place), { payload: { template, previousTemplate: '' }, env });
  };
  const templates = [...files].filter(([path]) => path.endsWith('.template.json'));
  describeAccepted(judged, [...templates, ...onePerStackSet(delivered)]);
  describeRefused(judged, outdir);
  describeDelivered(judged, delivered);
  describeNotShown(judged, templates, delivered);
}

/** In the first account of each, under the name that CloudFormation gives the stack there. */
function onePerStackSet(delivered: readonly Delivered[]): (readonly [string, string])[] {
  const first = new Map(delivered.toReversed().map((each) => [each.stackSet, each]));
  return [...first.values()].map(({ account, stackSet, text }) => [
    `assembly-${account}/StackSet-${stackSet}-0f5e6b1c-7d2a-4c53-8a3c-6f0f4f9e2f0b`,
    text,
  ]);
}

function describeAccepted(judged: Judge, templates: readonly (readonly [string, string])[]): void {
  test('the hook that is deployed accepts every template of its own landing zone, one by one', async () => {
    const refused: string[] = [];
    for (const [path, text] of templates) {
      const { answer } = await judged(path, text);
      if (answer['hookStatus'] !== 'SUCCESS' || answer['message'] !== 'Lionrock: pass.')
        refused.push(`${path}: ${answer['message']}`);
    }
    expect(templates.length).toBeGreaterThan(75);
    expect(refused).toEqual([]);
  });
}

function describeRefused(judged: Judge, outdir: string): void {
  describe('a template of an account that was weakened is refused by a control that this breaks', () => {
    const account = 'assembly-e-services-prod';
    const assembly = new Assembly(join(outdir, account));

    test.each([
      'flow log of rejected traffic only',
      'SSH opened to the internet',
      'network ACL allows everything',
      'listener without encryption',
      'endpoint policy open to any account',
      'bucket readable by everybody',
      'bucket readable by another account',
      'replication to another region',
      'database public',
      'backups copied to another region',
      'key rotation off',
      'key usable by another account',
      'all rights in a policy',
      'boundary of a role removed',
      'logs kept for a day',
      'a function that everybody may call',
      'a raw bucket',
      'a secret in plain text',
      'events sent abroad',
      'fault excused for cdk-nag',
      'another system tier claimed',
      'a flow that nobody approved',
      'a transfer that nobody approved',
    ])('%s', async (name) => {
      const operator = OPERATORS.find((each) => each.name === name);
      const [mutant] = operator ? assembly.mutantsOf(operator, 1) : [];
      const { answer } = await judged(`${account}/${mutant?.path}`, mutant?.text ?? '');
      expect(answer).toMatchObject({ hookStatus: 'FAILED', errorCode: 'NonCompliant' });
      expect(operator?.controls.some((id) => answer['message']?.includes(` ${id} `))).toBe(true);
    });
  });
}

function describeDelivered(judged: Judge, delivered: readonly Delivered[]): void {
  test('a weakened baseline is refused in the account to which a stack set brings it', async () => {
    const [path = '', text = ''] = onePerStackSet(delivered).find(([, each]) => each.includes('GuardDuty')) ?? [];
    const { answer } = await judged(path, text.replace('"Enable": true', '"Enable": false'));
    expect(answer).toMatchObject({ hookStatus: 'FAILED', errorCode: 'NonCompliant' });
    expect(answer['message']).toContain(' DET-01 ');
  });
}

function describeNotShown(
  judged: Judge,
  templates: readonly (readonly [string, string])[],
  delivered: readonly Delivered[],
): void {
  describe('what one template does not show', () => {
    const isRecovery = /assembly-e-services-prod\/.*recovery/;
    const [path, recovery] = templates.find(([each]) => isRecovery.test(each)) ?? ['', '{}'];
    const importing = withEventsTo({ 'Fn::ImportValue': 'department-topic' }, recovery);

    test('is named in the log as not applicable, and counted as nothing', async () => {
      const { answer, log } = await judged(path, importing);
      expect(answer).toMatchObject({ hookStatus: 'SUCCESS' });
      expect(log['notApplicable']).toEqual(expect.arrayContaining(['marker-present', 'events-stay-home']));
    });

    test('stays undecided where the hook is not asked about the resources themselves', async () => {
      const { answer } = await judged(path, importing, { ...ENV, LIONROCK_HOOK_OPERATIONS: 'STACK CHANGE_SET' });
      expect(answer['message']).toMatch(/^Lionrock: unknown[^]*events-stay-home on .*no template here exports/);
    });

    test('a boundary is known by its name: another policy as wide is refused', async () => {
      const [place = '', baseline = ''] =
        onePerStackSet(delivered).find(([, each]) => each.includes('"hk-government-boundary"')) ?? [];
      const unused = withoutBoundaries(baseline);
      const other = unused.replaceAll('"hk-government-boundary"', '"department-boundary"');
      const refused = /iam-no-escalation on \w*BoundaryPolicy/;
      expect((await judged(place, unused)).answer['message']).not.toMatch(refused);
      expect((await judged(place, other)).answer['message']).toMatch(refused);
    });

    test('a template of another account than its marker says is refused', async () => {
      const elsewhere = path.replace('e-services-prod', 'open-data-prod');
      expect((await judged(elsewhere, recovery)).answer['message']).toContain('marker-registered');
    });
  });
}

/** A template in which nothing is limited by a boundary. */
function withoutBoundaries(text: string): string {
  return JSON.stringify(JSON.parse(text, (key, value: unknown) => (key === 'PermissionsBoundary' ? undefined : value)));
}

/** A template with a rule that sends events to a target. */
function withEventsTo(Arn: object, text: string): string {
  const template = JSON.parse(text) as { Resources?: object };
  const rule = {
    Type: 'AWS::Events::Rule',
    Properties: { EventPattern: { source: ['aws.backup'] }, Targets: [{ Id: 'Topic', Arn }] },
  };
  return JSON.stringify({ ...template, Resources: { ...template.Resources, Told: rule } });
}
