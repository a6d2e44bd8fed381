import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';
import { publicDatabase, template } from '../gate/support/databases';
import { Runner, ROOT, yamlFile } from './runner';

// Each test starts processes.
jest.setTimeout(120_000);

const runner = new Runner();
beforeAll(() => runner.start());
afterAll(() => runner.clean());

interface Step {
  readonly uses?: string;
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}
interface Workflow {
  readonly on: { readonly pull_request: { readonly types: readonly string[] } };
  readonly permissions: object;
  readonly jobs: {
    readonly synth: { readonly permissions?: object; readonly steps: readonly Step[] };
    readonly 'security-diff': { readonly needs: string; readonly if: string; readonly steps: readonly Step[] };
  };
}
interface GitLab {
  readonly variables: Readonly<Record<string, string>>;
  readonly 'lionrock-security-diff': { readonly script: readonly string[] };
}

const FOLDER = 'integrations/github/security-diff';
const action = yamlFile(`${FOLDER}/action.yml`) as Action;
const workflow = yamlFile('integrations/github/security-diff.yml') as Workflow;
const gitlab = yamlFile('integrations/gitlab/lionrock-security-diff.yml') as GitLab;
const [diffStep = {}] = action.runs.steps;

/** What a pull request looks like to its pipeline. */
interface PullRequest {
  readonly labels?: readonly string[];
  readonly event?: string;
  /** The label that the event is about. */
  readonly eventLabel?: string;
}
type Ran = { readonly status: number; readonly output: string };

/** What GitHub does with the step: expressions in its environment become values. */
function runAction({ labels = [], event = 'labeled', eventLabel = 'security-approved' }: PullRequest): Ran {
  const value = (text: string) => {
    const [, input] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(text) ?? [];
    if (input !== undefined) return action.inputs[input]?.default ?? '';
    if (text.includes('label.name')) return eventLabel;
    return text.includes('labels') ? JSON.stringify(labels, undefined, 2) : event;
  };
  return runner.run([diffStep.run ?? ''], {
    ...Object.fromEntries(Object.entries(diffStep.env ?? {}).map(([name, text]) => [name, value(text)])),
    GITHUB_ACTION_PATH: join(ROOT, FOLDER),
    GITHUB_OUTPUT: runner.scratch.write('output', ''),
    GITHUB_STEP_SUMMARY: runner.scratch.write('summary', ''),
    RUNNER_TEMP: runner.scratch.path('temp'),
  });
}

function runGitLab({ labels = [] }: PullRequest): Ran {
  const env = { ...gitlab.variables, CI_MERGE_REQUEST_LABELS: labels.join(',') };
  return runner.run(gitlab['lionrock-security-diff'].script, env);
}

const ALIKE = ['bug', 'not-security-approved', 'security-approved-2', '"];process.exit(0)//', '$(touch pwned)'];

const database = publicDatabase();
const STATES = {
  private: JSON.stringify(template({ Database: { ...database, Properties: { PubliclyAccessible: false } } })),
  public: JSON.stringify(template({ Database: database })),
  broken: '{"Resources": ',
};

function place(before: keyof typeof STATES, after: keyof typeof STATES): void {
  for (const [folder, state] of Object.entries({ before, after })) {
    mkdirSync(join(runner.folder, folder), { recursive: true });
    writeFileSync(join(runner.folder, folder, 'app.template.json'), STATES[state]);
  }
}

const report = () => readFileSync(join(runner.folder, 'lionrock-reports/security-diff.md'), 'utf8');

describe.each(Object.entries({ 'the GitHub Action': runAction, 'the GitLab template': runGitLab }))('%s', (_, run) => {
  test.each<[string, number, keyof typeof STATES, keyof typeof STATES, readonly string[]]>([
    ['passes without a label when nothing changed', 0, 'public', 'public', []],
    ['passes with the label', 0, 'private', 'public', ['bug', 'security-approved']],
    ['asks for the label when something changed, and takes none that only looks alike', 1, 'private', 'public', ALIKE],
    ['takes no label for what cannot be told', 2, 'private', 'broken', ['security-approved']],
  ])('%s', (__, status, before, after, labels) => {
    place(before, after);
    const ran = run({ labels });
    expect(ran.status).toBe(status);
    expect(existsSync(join(runner.folder, 'pwned'))).toBe(false);
    expect(runner.npmWords()).toContain(`lionrock@${manifest.version}`);
    expect(/the label security-approved is missing/.test(ran.output)).toBe(status === 1);
    expect(status === 2 || report().includes('Database')).toBe(before !== after);
  });
});

test.each<PullRequest>([
  { event: 'synchronize' },
  { event: 'reopened' },
  { event: 'labeled', eventLabel: 'bug' },
  { event: 'unlabeled', eventLabel: 'bug' },
])('on GitHub only setting the label approves: not with %j', (how) => {
  place('private', 'public');
  const ran = runAction({ labels: ['bug', 'security-approved'], ...how });
  expect(ran.output).toMatch(/set the label security-approved again/);
  expect(ran.status).toBe(1);
});

test('on GitHub a label does not outlive new commits', () => {
  const [remove] = workflow.jobs['security-diff'].steps;
  expect(remove).toMatchObject({
    if: expect.stringMatching(/"synchronize", "reopened"/),
    run: expect.stringContaining('--remove-label'),
  });
});

test('the workflow runs the code of a pull request where it has no right, and judges it elsewhere', () => {
  const { permissions, jobs } = workflow;
  expect({ permissions, own: jobs.synth.permissions }).toEqual({ permissions: { contents: 'read' }, own: undefined });
  expect(jobs.synth.steps[0]?.with).toMatchObject({ 'persist-credentials': false });
  expect(jobs['security-diff'].steps.filter(({ run = '' }) => /npm|cdk|SYNTH/.test(run))).toEqual([]);
  expect(jobs['security-diff'].steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout'))).toEqual([]);
  // Left out because another failed, a job that is required would count as passed.
  expect(jobs['security-diff']).toMatchObject({ needs: 'synth', if: '${{ !cancelled() }}' });
});

test('the workflow runs when a label is set or taken, gives the action inputs that it has, and no text of a pull request', () => {
  expect(workflow.on.pull_request.types).toEqual(expect.arrayContaining(['synchronize', 'labeled', 'unlabeled']));
  const { steps } = workflow.jobs['security-diff'];
  const used = steps.find(({ uses }) => uses?.includes(FOLDER));
  for (const input of Object.keys(used?.with ?? {})) expect(Object.keys(action.inputs)).toContain(input);
  expect([...steps, ...action.runs.steps].flatMap(({ run = '' }) => run).join('\n')).not.toContain('${{');
});
