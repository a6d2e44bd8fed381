import { readFileSync } from 'node:fs';
import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
  DescribeStackSetCommand,
  ListStackInstancesCommand,
} from '@aws-sdk/client-cloudformation';
import { readAssembly } from '../../lib/deploy';
import type { Emulator, Keys } from './emulator';

type Properties = Readonly<Record<string, unknown>>;

/** A resource of a template, and what it became. */
export interface DeployedResource {
  /** `network/hub: HubGateway`. */
  readonly name: string;
  readonly account: string;
  readonly type: string;
  readonly properties: Properties;
  /** Undefined when CloudFormation does not know of it. */
  readonly physicalId: string | undefined;
}

interface StackText {
  readonly id: string;
  readonly account: string;
  /** Name or ARN. */
  readonly name: string;
  readonly template: string;
}

/** What clients of the SDK are made with. */
export interface ClientOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: Keys;
  /** The account stands before the host name of some services, which this machine does not know. */
  readonly disableHostPrefix: true;
  readonly forcePathStyle: true;
}

/** The landing zone as templates say it, beside what AWS says it is; read by a role of each account. */
export class Deployed {
  private readonly sessions = new Map<string, Promise<Keys>>();

  private constructor(
    private readonly emulator: Emulator,
    readonly region: string,
    readonly resources: readonly DeployedResource[],
  ) {}

  static async read(emulator: Emulator, region: string, folder: string): Promise<Deployed> {
    const empty = new Deployed(emulator, region, []);
    const resources: DeployedResource[] = [];
    for (const { id, account, name, templateFile } of readAssembly(folder, 'aws')) {
      const template = readFileSync(templateFile, 'utf8');
      resources.push(...(await empty.resourcesOf({ id, account, name, template })));
    }
    for (const set of resources.filter(({ type }) => type === 'AWS::CloudFormation::StackSet')) {
      for (const stack of await empty.instancesOf(set)) resources.push(...(await empty.resourcesOf(stack)));
    }
    return new Deployed(emulator, region, resources);
  }

  private async resourcesOf({ id, account, name, template }: StackText): Promise<DeployedResource[]> {
    const { Resources: resources }: { readonly Resources: Record<string, { Type: string; Properties?: Properties }> } =
      JSON.parse(template);
    const client = new CloudFormationClient(await this.client(account));
    const found = await client.send(new DescribeStackResourcesCommand({ StackName: name }));
    const ids = new Map(found.StackResources?.map((item) => [item.LogicalResourceId, item.PhysicalResourceId]));
    client.destroy();
    return Object.entries(resources).map(([logicalId, { Type: type, Properties: properties = {} }]) => ({
      name: `${id}: ${logicalId}`,
      account,
      type,
      properties,
      physicalId: ids.get(logicalId),
    }));
  }

  /** The stacks that a stack set made, in the accounts that it reached. */
  private async instancesOf({ name, account, physicalId: StackSetName }: DeployedResource): Promise<StackText[]> {
    const client = new CloudFormationClient(await this.client(account));
    const { StackSet: set } = await client.send(new DescribeStackSetCommand({ StackSetName }));
    const { Summaries: instances = [] } = await client.send(new ListStackInstancesCommand({ StackSetName }));
    client.destroy();
    return instances.map(({ Account = '', StackId = '' }) => {
      return { id: `${name} in ${Account}`, account: Account, name: StackId, template: set?.TemplateBody ?? '' };
    });
  }

  of(type: string): DeployedResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** For clients that read in an account. */
  async client(account: string): Promise<ClientOptions> {
    const role = `arn:aws:iam::${account}:role/cdk-hnb659fds-lookup-role-${account}-${this.region}`;
    const session = this.sessions.get(account) ?? this.emulator.session(role, this.region);
    this.sessions.set(account, session);
    return {
      endpoint: this.emulator.url,
      region: this.region,
      credentials: await session,
      disableHostPrefix: true,
      forcePathStyle: true,
    };
  }
}
