import { CloudFormationClient, DescribeStacksCommand, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { AwsSession, readAssembly } from '../../../lib/deploy';
import { readDeployed, type Difference } from '../../../lib/drift';
import { writeAssembly } from '../../deploy/support/small-landing-zone';
import { Scratch } from '../../gate/support/scratch';

const cloudFormation = mockClient(CloudFormationClient);
const sts = mockClient(STSClient);

type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;

export interface Standing {
  readonly resources: Resources;
  /** What CloudFormation calls each resource. @default its logical id; `null`: the stack does not have it */
  readonly ids?: Readonly<Record<string, string | null>>;
  /** Resources that the stack has and its template does not, by type. */
  readonly more?: Readonly<Record<string, string>>;
  /** What AWS refuses to tell of the stack, in its words. @default nothing */
  readonly refusal?: string;
  /** @default CREATE_COMPLETE */
  readonly status?: string;
}

/** Stands stacks of a network account, and reads them back with what other mocks answer. */
export class DeployedAccount {
  private readonly scratch = new Scratch();
  private runs = 0;

  /** Folder in which the last run wrote what is there. */
  get folder(): string {
    return this.scratch.path(`deployed-${this.runs}`);
  }

  clean(): void {
    this.scratch.clean();
  }

  async read({
    resources,
    ids = {},
    more = {},
    status = 'CREATE_COMPLETE',
    refusal,
  }: Standing): Promise<readonly Difference[]> {
    this.runs += 1;
    const assembly = writeAssembly(this.scratch.path(`cdk.out-${this.runs}`), { network: { hub: { resources } } });
    sts.reset();
    cloudFormation.reset();
    sts.on(AssumeRoleCommand).resolves({
      Credentials: {
        AccessKeyId: 'ASIA',
        SecretAccessKey: 'secret',
        SessionToken: 'token',
        Expiration: new Date(Date.now() + 900_000),
      },
    });
    cloudFormation.on(DescribeStacksCommand).resolves({
      Stacks: [{ StackName: 'network-hub', CreationTime: new Date(0), StackStatus: status as 'CREATE_COMPLETE' }],
    });
    if (refusal !== undefined) {
      const error = Object.assign(new Error(refusal), { name: 'AccessDenied' });
      cloudFormation.on(DescribeStacksCommand).rejects(error);
    }
    const own = Object.entries(resources).flatMap(([logicalId, { Type }]) => {
      const id = ids[logicalId] === undefined ? logicalId : ids[logicalId];
      return id === null ? [] : [summary(logicalId, Type, id)];
    });
    const others = Object.entries(more).map(([logicalId, type]) => summary(logicalId, type, logicalId));
    cloudFormation.on(ListStackResourcesCommand).resolves({ StackResourceSummaries: [...own, ...others] });
    return readDeployed({
      session: new AwsSession({ env: {}, region: 'ap-east-1' }),
      assembly,
      stacks: readAssembly(assembly, 'aws'),
      accounts: [],
      partition: 'aws',
      deployed: this.folder,
    });
  }
}

function summary(LogicalResourceId: string, ResourceType: string, PhysicalResourceId: string) {
  return {
    LogicalResourceId,
    ResourceType,
    PhysicalResourceId,
    ResourceStatus: 'CREATE_COMPLETE' as const,
    LastUpdatedTimestamp: new Date(0),
  };
}
