import { allStacks, deploy, ended, type Scenario } from './scenario';

/** An account of nobody in the config. */
const STRANGER = '130000000001';

/** Credentials of a wrong account, and expired ones: clear words, exit status 2, nothing touched. */
export const WRONG_ACCOUNT: Scenario = {
  name: 'credentials of a wrong account end with 2 before anything is touched',
  run: async (world) => {
    const { emulator, config } = world;
    const keys = await emulator.session(`arn:aws:iam::${STRANGER}:role/Administrator`, config.homeRegion);
    const run = await deploy(world, 'wrong-account', { keys });
    const stacks = await allStacks(world);
    return [
      ...ended(run, 2, new RegExp(STRANGER), /management/),
      ...(stacks.size === 0 ? [] : [`stacks stand: ${[...stacks.keys()].join(', ')}`]),
    ];
  },
};

export const EXPIRED: Scenario = {
  name: 'expired credentials are told as such, and nothing is touched',
  run: async (world) => {
    const { emulator, operator, config } = world;
    const keys = await emulator.session(
      `arn:aws:iam::${config.accounts[0]?.id}:role/CloudPlatformOperator`,
      config.homeRegion,
    );
    await emulator.expire(keys);
    const run = await deploy(world, 'expired', { keys });
    const stacks = await allStacks(world);
    return [
      ...(operator.accessKeyId === keys.accessKeyId ? ['the emulator gave the same keys twice'] : []),
      ...ended(run, 1, /expired/),
      ...(stacks.size === 0 ? [] : [`stacks stand: ${[...stacks.keys()].join(', ')}`]),
    ];
  },
};
