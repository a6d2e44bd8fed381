import { existsSync, readFileSync } from 'node:fs';
import {
  deployPlan,
  planDeployment,
  readAssembly,
  RunState,
  type Deployed,
  type Deployer,
  type DeploymentPlan,
  type PlannedStack,
} from '../../lib/deploy';
import { Scratch } from '../gate/support/scratch';
import { loadedConfig, writeAssembly } from './support/small-landing-zone';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const { config } = loadedConfig();
const folder = writeAssembly(scratch.path('assembly'), {
  management: { guardrails: {} },
  network: { a: {}, b: {}, c: {}, d: { needs: ['c'] } },
  portal: { workloads: {} },
});
const plan = planDeployment(readAssembly(folder, 'aws'), config);

/** Deploys into a table; fails, or hangs for ever as a killed process would, where it is told to. */
class FakeDeployer implements Deployer {
  readonly calls: string[] = [];
  readonly interrupted: string[] = [];
  readonly stands = new Map<string, string>();
  most = 0;
  private running = 0;

  constructor(private readonly behaviour: Readonly<Record<string, 'fails' | 'hangs'>> = {}) {}

  async deploy({ id, digest }: PlannedStack, wasInterrupted: boolean): Promise<Deployed> {
    this.calls.push(id);
    if (wasInterrupted) this.interrupted.push(id);
    this.running += 1;
    this.most = Math.max(this.most, this.running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (this.behaviour[id] === 'hangs') await new Promise(() => undefined);
    this.running -= 1;
    if (this.behaviour[id] === 'fails') throw new Error(`${id} was rolled back`);
    const changed = this.stands.get(id) !== digest;
    this.stands.set(id, digest);
    return { changed, outputs: { Name: id } };
  }
}

const QUIET = { waveStarted: noop, stackStarted: noop, stackProgressed: noop, stackEnded: noop };
function noop(): void {}

interface Run {
  readonly file: string;
  readonly deployer: Deployer;
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  readonly of?: DeploymentPlan;
}

function run({ file, deployer, concurrency = 2, signal, of = plan }: Run) {
  const state = RunState.open(scratch.path(file), 'small', new Date());
  return deployPlan({ plan: of, deployer, state, concurrency, observer: QUIET, ...(signal ? { signal } : {}) });
}

const statuses = (results: Awaited<ReturnType<typeof run>>) =>
  Object.fromEntries(results.map(({ stack, status }) => [stack, status]));

describe('a run', () => {
  it('deploys wave after wave, no more at the same time than it may, and tells times and outputs', async () => {
    const deployer = new FakeDeployer();
    const results = await run({ file: 'one/state.json', deployer });
    expect(deployer.calls[0]).toBe('management/guardrails');
    expect(deployer.calls.at(-1)).toBe('portal/workloads');
    expect(deployer.calls.indexOf('network/c')).toBeLessThan(deployer.calls.indexOf('network/d'));
    expect(deployer.most).toBe(2);
    expect(results).toContainEqual({
      stack: 'network/a',
      account: '200000000004',
      region: 'ap-east-1',
      wave: 'network',
      status: 'deployed',
      seconds: expect.any(Number),
      outputs: { Name: 'network/a' },
    });
  });

  it('once more changes nothing', async () => {
    const deployer = new FakeDeployer();
    await run({ file: 'twice.json', deployer });
    const second = await run({ file: 'twice.json', deployer });
    expect(new Set(second.map(({ status }) => status))).toEqual(new Set(['unchanged']));
  });

  it('begins nothing after a failure, waits for what runs, and goes on where it stood', async () => {
    const failing = new FakeDeployer({ 'network/a': 'fails' });
    const first = await run({ file: 'failure.json', deployer: failing });
    expect(statuses(first)).toEqual({
      'management/guardrails': 'deployed',
      'network/a': 'failed',
      'network/b': 'deployed',
      'network/c': 'not-started',
      'network/d': 'not-started',
      'portal/workloads': 'not-started',
    });
    expect(first.find(({ status }) => status === 'failed')?.error).toBe('network/a was rolled back');

    const mended = new FakeDeployer();
    const second = await run({ file: 'failure.json', deployer: mended });
    expect(mended.calls).not.toContain('network/b');
    expect(statuses(second)).toMatchObject({
      'management/guardrails': 'done-before',
      'network/a': 'deployed',
      'network/b': 'done-before',
      'portal/workloads': 'deployed',
    });
    expect(second.find(({ stack }) => stack === 'network/b')?.outputs).toEqual({ Name: 'network/b' });
    expect(mended.interrupted).toEqual([]);
  });

  it('does not believe what an earlier run noted of a stack that was removed meanwhile', async () => {
    await run({ file: 'removed.json', deployer: new FakeDeployer({ 'network/b': 'fails' }), concurrency: 1 });
    const next = new FakeDeployer();
    const deployer: Deployer = {
      deploy: next.deploy.bind(next),
      isStanding: async ({ id }) => {
        if (id === 'management/guardrails') throw new Error('Rate exceeded');
        return id !== 'network/a';
      },
    };
    const results = await run({ file: 'removed.json', deployer, concurrency: 1 });
    expect(next.calls).toEqual([
      'management/guardrails',
      'network/a',
      'network/b',
      'network/c',
      'network/d',
      'portal/workloads',
    ]);
    expect(statuses(results)).toMatchObject({ 'network/a': 'deployed' });
  });

  it('that was killed goes on, and waits first for what CloudFormation still does', async () => {
    const killed = new FakeDeployer({ 'network/a': 'hangs' });
    void run({ file: 'killed.json', deployer: killed, concurrency: 1 });
    await waitFor(() => killed.calls.includes('network/a'));
    const next = new FakeDeployer();
    const results = await run({ file: 'killed.json', deployer: next, concurrency: 1 });
    expect(next.interrupted).toEqual(['network/a']);
    expect(next.calls).not.toContain('management/guardrails');
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['done-before', 'deployed']));
  });

  it('deploys again what is another template than the run before deployed', async () => {
    await run({ file: 'changed.json', deployer: new FakeDeployer({ 'network/b': 'fails' }), concurrency: 1 });
    const other = {
      ...plan,
      waves: plan.waves.map((wave) => ({
        ...wave,
        stacks: wave.stacks.map((stack) => ({ ...stack, digest: 'other' })),
      })),
    };
    const next = new FakeDeployer();
    await run({ file: 'changed.json', deployer: next, of: other });
    expect(next.calls).toContain('network/a');
  });

  it('can be stopped: what runs comes to its end, nothing more begins', async () => {
    const controller = new AbortController();
    const deployer = new FakeDeployer();
    const stopping: Deployer = {
      deploy: async (stack, wasInterrupted) => {
        const deployed = await deployer.deploy(stack, wasInterrupted);
        if (stack.id === 'network/a') controller.abort();
        return deployed;
      },
    };
    const results = await run({ file: 'stopped.json', deployer: stopping, signal: controller.signal, concurrency: 1 });
    expect(statuses(results)).toMatchObject({ 'network/a': 'deployed', 'network/b': 'not-started' });
  });

  it('of some accounts takes the others for deployed', async () => {
    const deployer = new FakeDeployer();
    const of = { ...plan, waves: plan.waves.filter(({ name }) => name === 'departments') };
    await run({ file: 'some.json', deployer, of });
    expect(deployer.calls).toEqual(['portal/workloads']);
  });
});

describe('the state of a run', () => {
  it('is whole at every moment, and for nobody else to read', async () => {
    await run({ file: 'whole.json', deployer: new FakeDeployer() });
    const state = JSON.parse(readFileSync(scratch.path('whole.json'), 'utf8'));
    expect(state).toMatchObject({ version: 1, landingZone: 'small', finishedAt: expect.any(String) });
    expect(existsSync(scratch.path('whole.json.next'))).toBe(false);
  });

  it('of another landing zone, or of nothing, is refused', () => {
    const file = scratch.write('other.json', { version: 1, landingZone: 'other', startedAt: 'x', stacks: {} });
    expect(() => RunState.open(file, 'small', new Date())).toThrow('is the state of other: expected small');
    expect(() => RunState.open(scratch.write('no.json', 'x'), 'small', new Date())).toThrow(
      'is no state of a deployment',
    );
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}
