import { allStacks, deploy, ended, type Scenario } from './scenario';

const STATE = 'resumed';

/** A resource of a stack in the middle cannot be made: it is said which and why, what stood before stays. */
export const FAILING_STACK: Scenario = {
  name: 'a stack that fails in the middle ends the run with 1, says why, and what stood before stays',
  run: async (world) => {
    const { emulator } = world;
    const message = 'You have attempted to create more buckets than allowed';
    await emulator.plan({ stack: 'log-archive-log-archive', type: 'AWS::S3::Bucket', message });
    const run = await deploy(world, STATE, { args: ['--method', 'direct'] });
    const stacks = await allStacks(world);
    return [
      ...ended(run, 1, /log-archive\/log-archive/, new RegExp(message)),
      ...(stacks.get('management-guardrails') === 'CREATE_COMPLETE' ? [] : ['the guardrails do not stand']),
      ...(stacks.get('log-archive-log-archive') === 'ROLLBACK_COMPLETE'
        ? []
        : ['the failed stack was not rolled back']),
      ...(stacks.has('audit-aggregation') ? ['something was begun after the failure'] : []),
    ];
  },
};

/** The machine stops while stacks are being deployed. */
export const KILLED: Scenario = {
  name: 'a run that is killed goes on after a failed creation, and leaves what stood before alone',
  run: async (world) => {
    const run = await deploy(world, STATE, { args: ['--method', 'direct'], killAt: /management\/trail: deploying/ });
    const stacks = await allStacks(world);
    return [
      ...(run.status === undefined
        ? []
        : [`it was not killed, and ended with ${run.status}: ${run.output.slice(-1500)}`]),
      ...(/management\/guardrails: done by the run before/.test(run.output)
        ? []
        : ['it deployed the guardrails again']),
      ...(/log-archive\/log-archive: its first creation had failed \(ROLLBACK_COMPLETE\)/.test(run.output)
        ? []
        : [`it did not say what it did to the failed stack: ${run.output.slice(-1500)}`]),
      ...(stacks.get('log-archive-log-archive') === 'CREATE_COMPLETE' ? [] : ['the failed stack was not made anew']),
      ...(stacks.has('network-routing') ? ['it came to its end'] : []),
    ];
  },
};

/** AWS takes no more requests for a while, and the run before was killed: it goes on, and comes to its end. */
export const THROTTLED: Scenario = {
  name: 'the next run goes on where the killed one stood, though AWS throttles it, and comes to its end',
  run: async (world) => {
    const { emulator } = world;
    const slow = { code: 'Throttling', message: 'Rate exceeded' } as const;
    await emulator.plan({ service: 'cloudformation', action: 'DescribeStacks', times: 4, ...slow });
    await emulator.plan({ service: 'cloudformation', action: 'CreateStack', times: 2, ...slow });
    await emulator.plan({ service: 'sts', action: 'AssumeRole', times: 2, ...slow });
    const run = await deploy(world, STATE, { args: ['--method', 'direct'] });
    const stacks = await allStacks(world);
    const standing = [...stacks].filter(([, status]) => status !== 'CREATE_COMPLETE');
    return [
      ...ended(run, 0, /management\/guardrails +done by the run before/),
      ...standing.map(([name, status]) => `${name} is in ${status}`),
      ...(stacks.has('network-routing') ? [] : ['it did not come to its end']),
    ];
  },
};
