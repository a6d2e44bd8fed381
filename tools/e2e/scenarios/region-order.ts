import { CloudFormationClient, ListStacksCommand } from '@aws-sdk/client-cloudformation';
import { BaseCredentials, Toolkit } from '@aws-cdk/toolkit-lib';
import { App, Stack } from 'aws-cdk-lib';
import { BaselineDelivery } from '../../../constructs/baseline';
import { SILENT } from '../silent';
import { optionsIn, type Scenario, type World } from './scenario';

/** In this order, which is not that of the alphabet. */
const REGIONS = ['ap-southeast-1', 'ap-east-1'] as const;
const [FIRST, SECOND] = REGIONS;

const TEMPLATE = JSON.stringify({
  Resources: { Mark: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'served' } } },
});

/** A stack set serves one region after the other, in the order of its construct, and stops where accounts of one fail. */
export const REGION_ORDER: Scenario = {
  name: 'a stack set serves regions in the order that was stated, and none after one in which an account fails',
  run: async (world) => {
    const { emulator, config } = world;
    const [failing = '', other = ''] = config.accounts.flatMap(({ unit, id }) => (unit === 'Security' ? [id] : []));
    const message = 'Another parameter has that name';
    await emulator.plan({ account: failing, type: 'AWS::SSM::Parameter', message });
    const refused = await deliver(world, 'halted');
    const halted = await Promise.all(REGIONS.map((region) => madeIn(world, 'halted', region, [failing, other])));
    const served = await deliver(world, 'ordered');
    const [before = [], after = []] = await Promise.all(
      REGIONS.map((region) => madeIn(world, 'ordered', region, [failing, other])),
    );
    return [
      ...(refused?.includes(message) === true ? [] : [`it did not say why it stopped: ${refused}`]),
      ...((halted[0]?.length ?? 0) > 0 ? [] : [`nothing was begun in ${FIRST}`]),
      ...(halted[1]?.length === 0 ? [] : [`${SECOND} was served though an account failed in ${FIRST}`]),
      ...(served === undefined ? [] : [`the second stack set was not made: ${served}`]),
      ...(before.length === 2 && after.length === 2
        ? []
        : [`${before.length} and ${after.length} stacks were made, not 2`]),
      ...(Math.max(...before) <= Math.min(...after) ? [] : [`${SECOND} was begun before ${FIRST} had come to its end`]),
    ];
  },
};

/** Deploys a stack set to the security accounts, by the toolkit of the CDK. @returns why it failed, where it did. */
async function deliver({ emulator, operator, config, out }: World, name: string): Promise<string | undefined> {
  const { homeRegion: region, organization, accounts } = config;
  Object.assign(process.env, emulator.environment(operator, region));
  const baseCredentials = BaseCredentials.awsCliCompatible({ defaultRegion: region });
  const toolkit = new Toolkit({ ioHost: SILENT, sdkConfig: { baseCredentials } });
  const source = await toolkit.fromAssemblyBuilder(
    async () => {
      const app = new App({ outdir: `${out}/${name}` });
      const account = accounts.find(({ role }) => role === 'management')?.id ?? '';
      const stack = new Stack(app, name, { env: { account, region } });
      new BaselineDelivery(stack, 'Delivery', {
        stackSetName: name,
        organizationalUnitIds: organization.units.flatMap((unit) => (unit.name === 'Security' ? [unit.id] : [])),
        failureTolerancePercent: 0,
        regions: REGIONS,
        template: TEMPLATE,
      });
      return app.synth();
    },
    { outdir: `${out}/${name}` },
  );
  try {
    await toolkit.deploy(source, { deploymentMethod: { method: 'direct' } });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** When the stacks of a set were begun in a region, those that were taken away since too. */
async function madeIn(world: World, set: string, region: string, accounts: readonly string[]): Promise<number[]> {
  const each = accounts.map(async (account) => {
    const options = await optionsIn(world, account, 'OrganizationAccountAccessRole');
    const client = new CloudFormationClient({ ...options, region });
    const { StackSummaries: found = [] } = await client.send(new ListStacksCommand({}));
    client.destroy();
    const own = found.filter(({ StackName = '' }) => StackName.startsWith(`StackSet-${set}-`));
    return own.flatMap(({ CreationTime }) => CreationTime?.getTime() ?? []);
  });
  return (await Promise.all(each)).flat();
}
