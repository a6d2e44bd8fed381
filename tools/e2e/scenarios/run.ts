import { allStacks, deploy, ended, type Scenario } from './scenario';

const STATE = 'resumed';

/** A resource of a stack in the middle cannot be made: it is said which and why, what stood before stays. */
export const FAILING_STACK: Scenario = {
  name: 'a stack that fails in the middle ends the run with 1, says why, and what stood before stays',
  run: async (world) => {
    const { emulator } = world;
    const message = 'The maximum number of analyzers has been reached';
    await emulator.plan({ stack: 'log-archive-identity', type: 'AWS::IAM::Role', message });
    const run = await deploy(world, STATE, { args: ['--method', 'direct'] });
    const stacks = await allStacks(world);
    return [
      ...ended(run, 1, /log-archive\/identity/, new RegExp(message)),
      ...(stacks.get('management-guardrails') === 'CREATE_COMPLETE' ? [] : ['the guardrails do not stand']),
      ...(stacks.get('log-archive-identity') === 'ROLLBACK_COMPLETE' ? [] : ['the failed stack was not rolled back']),
      ...(stacks.has('audit-identity') ? ['something was begun after the failure'] : []),
    ];
  },
};
