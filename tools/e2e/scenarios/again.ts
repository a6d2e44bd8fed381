import { readFileSync, writeFileSync } from 'node:fs';
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { lionrock } from '../lionrock';
import { allStacks, deploy, ended, optionsIn, type Scenario, type World } from './scenario';

/** Who may take the break-glass role of the baseline, before and after it changes. */
const BEFORE = 'arn:aws:iam::120000000001:root';
const AFTER = 'arn:aws:iam::120000000001:role/SecurityDuty';

/** A run over what stands as it should changes nothing, and says so of each stack. */
export const UNCHANGED: Scenario = {
  name: 'a second run changes nothing',
  run: async (world) => {
    const before = await allStacks(world);
    const run = await deploy(world, 'again');
    const after = await allStacks(world);
    const moved = [...after].filter(([name, status]) => before.get(name) !== status);
    return [
      ...ended(run, 0, /\d+ stacks: \d+ unchanged;/),
      ...moved.map(([name, status]) => `${name} went from ${before.get(name)} to ${status}`),
    ];
  },
};

/** A change that one account of the last wave cannot take is taken back in all, and the run says why. */
export const UPDATE_FAILS: Scenario = {
  name: 'an update that an account cannot take is rolled back in every account, and the reason is told',
  run: async (world) => {
    const { emulator, config } = world;
    const changed = changedOf(world);
    writeFileSync(changed.file, readFileSync(world.file, 'utf8').replace(BEFORE, AFTER));
    const synthesized = await lionrock(['synth', '-c', changed.file, '-o', changed.assembly], {});
    const account = config.accounts.find(({ role }) => role === 'network')?.id ?? '';
    const message = 'The policy was refused';
    await emulator.plan({ account, type: 'AWS::IAM::Role', message });
    const run = await deploy(changed, 'update');
    const stacks = await allStacks(world);
    const delivery = stacks.get('management-baseline-delivery');
    return [
      ...ended(synthesized, 0),
      ...ended(run, 1, /management\/baseline-delivery/, new RegExp(message)),
      ...(delivery === 'UPDATE_ROLLBACK_COMPLETE' ? [] : [`the delivery is in ${delivery}`]),
      ...(await principalFaults(world, 'log-archive', BEFORE)),
      ...(await principalFaults(world, 'network', BEFORE)),
    ];
  },
};

/** The same change again, which nothing stands against now. */
export const UPDATED: Scenario = {
  name: 'the next run brings the update to every account',
  run: async (world) => {
    const run = await deploy(changedOf(world), 'update');
    const stacks = await allStacks(world);
    const delivery = stacks.get('management-baseline-delivery');
    return [
      ...ended(run, 0),
      ...(delivery === 'UPDATE_COMPLETE' ? [] : [`the delivery is in ${delivery}`]),
      ...(stacks.get('network-hub') === 'CREATE_COMPLETE' ? [] : ['a stack that did not change was touched']),
      ...(await principalFaults(world, 'log-archive', AFTER)),
      ...(await principalFaults(world, 'network', AFTER)),
    ];
  },
};

/** The landing zone with others who may take the break-glass role. */
function changedOf(world: World): World {
  return { ...world, file: `${world.out}/small-changed.yaml`, assembly: `${world.out}/small-changed` };
}

/** A fault where somebody else may take the break-glass role of an account. */
async function principalFaults(world: World, name: string, principal: string): Promise<string[]> {
  const { config } = world;
  const id = config.accounts.find((account) => account.name === name)?.id ?? '';
  const client = new IAMClient(await optionsIn(world, id, 'OrganizationAccountAccessRole'));
  const { Role: found } = await client.send(new GetRoleCommand({ RoleName: `${config.name}-break-glass` }));
  client.destroy();
  const trust = decodeURIComponent(found?.AssumeRolePolicyDocument ?? '');
  return trust.includes(`"${principal}"`) ? [] : [`break-glass of ${name} trusts ${trust}: expected ${principal}`];
}
