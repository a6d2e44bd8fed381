import {
  ActivateOrganizationsAccessCommand,
  CloudFormationClient,
  DescribeStacksCommand,
  ListStackInstancesCommand,
  ListStackSetsCommand,
  type StackInstanceSummary,
} from '@aws-sdk/client-cloudformation';
import {
  ConfigServiceClient,
  DescribeConfigurationRecordersCommand,
  DescribeConfigurationRecorderStatusCommand,
  StartConfigurationRecorderCommand,
  StopConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { CreateAccountCommand, MoveAccountCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import type { Emulator, Keys } from '../emulator';
import { allStacks, deploy, drift, ended, optionsIn, type Scenario, type World } from './scenario';

const REMEDY = /activate-organizations-access/;

/** The organisation does not let CloudFormation into its accounts: told before anything is touched; then it does. */
export const KEPT_OUT: Scenario = {
  name: 'stack sets that the organisation keeps out are told with the command that lets them in, and nothing is touched',
  run: async (world) => {
    const run = await deploy(world, 'kept-out');
    const stacks = await allStacks(world);
    await letStackSetsIn(world.emulator, world.operator, world.config.homeRegion);
    return [...ended(run, 1, REMEDY), ...(stacks.size === 0 ? [] : [`stacks stand: ${[...stacks.keys()].join(', ')}`])];
  },
};

/** The baseline stands in every account of the units, made by CloudFormation there, the first wave before the second. */
export const INSTANCES: Scenario = {
  name: 'the baseline stands in every account of the units, wave after wave, and records there',
  run: async (world) => {
    const { accounts } = world.config;
    const instances = await instancesOf(world);
    const stands = await Promise.all(instances.map((instance) => standing(world, instance)));
    const madeIn = (unit: string): number[] =>
      accounts.flatMap((account) =>
        account.unit === unit ? (stands.find(({ id }) => id === account.id)?.made ?? []) : [],
      );
    const wanted = accounts.filter(({ role }) => role !== 'management').map(({ id }) => id);
    return [
      ...wanted
        .filter((id) => instances.filter(({ Account }) => Account === id).length !== 1)
        .map((id) => `${id} has not one instance: ${JSON.stringify(instances.map(({ Account }) => Account))}`),
      ...stands.flatMap(({ faults }) => faults),
      ...(Math.max(...madeIn('Security')) < Math.min(...madeIn('Infrastructure'))
        ? []
        : ['the second wave began before the first had come to its end']),
    ];
  },
};

/** `lionrock drift` reads what stack sets brought: nothing differs, until somebody changes it in one account. */
export const DRIFTED: Scenario = {
  name: 'what a stack set brought to an account and somebody changed there, drift names in that account alone',
  run: async (world) => {
    const before = await drift(world);
    const account = world.config.accounts.find(({ role }) => role === 'network')?.id ?? '';
    const recorders = new ConfigServiceClient(await optionsIn(world, account, 'OrganizationAccountAccessRole'));
    const { ConfigurationRecorders: [recorder] = [] } = await recorders.send(
      new DescribeConfigurationRecordersCommand({}),
    );
    const named = { ConfigurationRecorderName: recorder?.name };
    await recorders.send(new StopConfigurationRecorderCommand(named));
    const after = await drift(world);
    await recorders.send(new StartConfigurationRecorderCommand(named));
    recorders.destroy();
    const differing = after.findings.filter(({ rule }) => rule.startsWith('deployed-'));
    const places = differing.map(({ rule, resourceType, template }) => `${rule} ${resourceType} ${template}`);
    const wanted = new RegExp(`^deployed-missing AWS::Config::ConfigurationRecorder .*\\.${account}\\.`);
    return [
      ...ended(before, 0),
      ...ended(after, 1),
      ...(places.some((place) => wanted.test(place))
        ? []
        : [`it does not name the recorder of ${account}: ${places.join('; ')}`]),
      ...places.filter((place) => !place.includes(`.${account}.`)).map((place) => `it names also ${place}`),
    ];
  },
};

/** An account that joins a unit gets the baseline by itself. */
export const JOINED: Scenario = {
  name: 'an account that joins a unit gets the baseline by itself',
  run: async (world) => {
    const { config, emulator, operator } = world;
    const client = new OrganizationsClient({
      endpoint: emulator.url,
      region: config.homeRegion,
      credentials: operator,
    });
    const request = { AccountName: 'newcomer', Email: 'newcomer@cloud.example.gov.hk' };
    const { CreateAccountStatus: made } = await client.send(new CreateAccountCommand(request));
    const AccountId = made?.AccountId ?? '';
    const { rootId: SourceParentId, units } = config.organization;
    const DestinationParentId = units.find(({ name }) => name === 'Sandbox')?.id ?? '';
    await client.send(new MoveAccountCommand({ AccountId, SourceParentId, DestinationParentId }));
    client.destroy();
    const until = Date.now() + 30_000;
    for (;;) {
      const found = (await instancesOf(world)).find(({ Account }) => Account === AccountId);
      if (found?.Status === 'CURRENT') return (await standing(world, found)).faults;
      if (Date.now() > until) return [`no instance came to stand in ${AccountId}: ${JSON.stringify(found)}`];
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  },
};

/** What an operator does once, in the management account, before stack sets are deployed. */
export async function letStackSetsIn({ url }: Emulator, credentials: Keys, region: string): Promise<void> {
  const client = new CloudFormationClient({ endpoint: url, region, credentials });
  await client.send(new ActivateOrganizationsAccessCommand({}));
  client.destroy();
}

async function inManagement<T>(
  { emulator, operator, config }: World,
  ask: (client: CloudFormationClient) => Promise<T>,
): Promise<T> {
  const client = new CloudFormationClient({ endpoint: emulator.url, region: config.homeRegion, credentials: operator });
  try {
    return await ask(client);
  } finally {
    client.destroy();
  }
}

async function instancesOf(world: World): Promise<StackInstanceSummary[]> {
  return await inManagement(world, async (client) => {
    const { Summaries: sets = [] } = await client.send(new ListStackSetsCommand({}));
    const active = sets.filter(({ Status }) => Status !== 'DELETED');
    const each = await Promise.all(
      active.map(({ StackSetName }) => client.send(new ListStackInstancesCommand({ StackSetName }))),
    );
    return each.flatMap(({ Summaries = [] }) => Summaries);
  });
}

interface Standing {
  readonly id: string;
  /** When the stack was made. */
  readonly made: number;
  readonly faults: readonly string[];
}

/** What the account itself says of an instance: its stack stands, and AWS Config records there. */
async function standing(world: World, instance: StackInstanceSummary): Promise<Standing> {
  const { Account: id = '', StackId: StackName, Status, StatusReason = '' } = instance;
  const options = await optionsIn(world, id, 'OrganizationAccountAccessRole');
  const stacks = new CloudFormationClient(options);
  const { Stacks: [stack] = [] } = await stacks.send(new DescribeStacksCommand({ StackName }));
  stacks.destroy();
  const recorders = new ConfigServiceClient(options);
  const { ConfigurationRecordersStatus: [recorder] = [] } = await recorders.send(
    new DescribeConfigurationRecorderStatusCommand({}),
  );
  recorders.destroy();
  return {
    id,
    made: stack?.CreationTime?.getTime() ?? Number.NaN,
    faults: [
      ...(Status === 'CURRENT' ? [] : [`the instance of ${id} is ${Status}: ${StatusReason}`]),
      ...(stack?.StackStatus === 'CREATE_COMPLETE' ? [] : [`the stack of ${id} is in ${stack?.StackStatus}`]),
      ...(recorder?.recording === true ? [] : [`AWS Config does not record in ${id}`]),
    ],
  };
}
