import * as reachability from '../../../../lib/proofs/reachability';
import * as template from '../../../../lib/template';
import { BUGS } from '../../../../tools/kernel/bugs';
import { topologyOf } from '../../../../tools/kernel/generate';
import { planOf } from '../../../../tools/kernel/namespaces';
import { simulate } from '../../../../tools/kernel/oracle';
import { withBug } from '../../../../tools/kernel/planted';
import { questionsOf } from '../../../../tools/kernel/questions';
import { shrink } from '../../../../tools/kernel/shrink';
import { templateOf } from '../../../../tools/kernel/template';
import { firstDisagreement, type Observation } from '../../../../tools/kernel/verdict';

/** A topology with what the simulation says of it, in place of the kernel. */
function observation(seed: number): Observation {
  const topology = topologyOf(seed);
  const questions = questionsOf(topology);
  return { topology, questions, answers: questions.map((question) => simulate(topology, question)) };
}

describe('the harness of the kernel test', () => {
  test('makes the same of a seed every time', () => {
    expect(topologyOf(7)).toEqual(topologyOf(7));
    expect(topologyOf(7)).not.toEqual(topologyOf(8));
    expect(templateOf(topologyOf(7))).toEqual(templateOf(topologyOf(7)));
  });

  test('joins namespaces that the plan has, each interface once', () => {
    const { namespaces, links } = planOf(topologyOf(4));
    const names = namespaces.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const sides of links) for (const [space] of sides) expect(names).toContain(space);
    const devices = links.flatMap((sides) => sides.map(([, device]) => device));
    expect(new Set(devices).size).toBe(devices.length);
  });

  test('notices a planted bug, and not the engine as it is', async () => {
    const [bug] = BUGS;
    if (!bug) throw new Error('no bug is planted');
    const observations = [1, 2, 3, 4].map(observation);
    const engine = await withBug(bug, 'out/planted/harness-test.cjs');
    expect(observations.map((item) => firstDisagreement({ ...template, ...reachability }, item))).toEqual(
      observations.map(() => undefined),
    );
    expect(observations.some((item) => firstDisagreement(engine, item) !== undefined)).toBe(true);
  }, 60_000);

  test('refuses a planted bug whose place is gone', async () => {
    const bug = { name: 'nothing', file: 'index.ts', find: 'no such text', replace: '' };
    await expect(withBug(bug, 'out/planted/harness-test-2.cjs')).rejects.toThrow('0 times, expected once');
  });

  test('leaves out of a topology what a fault does not need', () => {
    const topology = topologyOf(4);
    const [first] = topology.instances;
    const least = shrink(topology, ({ instances }) => instances.some(({ name }) => name === first?.name));
    expect(least.instances).toHaveLength(1);
    expect(least.acls).toEqual([]);
    expect(least.subnets).toHaveLength(1);
    expect(least.vpcs).toHaveLength(1);
  });

  test('leaves IPv6 out where a fault does not need it, and only there', () => {
    const topology = topologyOf(4);
    const host = topology.instances.find(({ six }) => six !== undefined);
    const has = (six: boolean) => (item: typeof topology) =>
      item.instances.some((own) => own.name === host?.name && (!six || own.six !== undefined));
    expect(host).toBeDefined();
    expect(JSON.stringify(shrink(topology, has(false)))).not.toContain('six');
    const [kept] = shrink(topology, has(true)).subnets;
    expect(kept?.six).toBeDefined();
  });
});
