import { readFileSync } from 'node:fs';
import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
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
    const resources: DeployedResource[] = [];
    const empty = new Deployed(emulator, region, []);
    for (const stack of readAssembly(folder, 'aws')) {
      const template: { readonly Resources: Record<string, { Type: string; Properties?: Properties }> } = JSON.parse(
        readFileSync(stack.templateFile, 'utf8'),
      );
      const client = new CloudFormationClient(await empty.client(stack.account));
      const found = await client.send(new DescribeStackResourcesCommand({ StackName: stack.name }));
      const ids = new Map(found.StackResources?.map((item) => [item.LogicalResourceId, item.PhysicalResourceId]));
      client.destroy();
      for (const [logicalId, { Type: type, Properties: properties = {} }] of Object.entries(template.Resources)) {
        const name = `${stack.id}: ${logicalId}`;
        resources.push({ name, account: stack.account, type, properties, physicalId: ids.get(logicalId) });
      }
    }
    return new Deployed(emulator, region, resources);
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
