import { Stack, type aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DeployRole, type DeploySource } from '../../../constructs/identity';
import type { StackContext } from '../context';

type Pipeline = StackContext['config']['identity']['pipelines'][number];

/** Pipelines that deploy into an account. */
export function pipelinesInto({ account, config }: Pick<StackContext, 'account' | 'config'>): readonly Pipeline[] {
  return config.identity.pipelines.filter(({ accounts }) => accounts.includes(account.name));
}

/** The roles by which pipelines deploy into an account, each bound to one repository, branch and environment. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, props: StackContext) {
    const { account, names } = props;
    super(scope, id, { description: `Pipelines that deploy into ${account.name}`, terminationProtection: true });
    const { bootstrapQualifier } = this.synthesizer;
    // An account has one provider for each platform.
    const providers = new Map<Pipeline['type'], iam.IOidcProvider>();
    for (const pipeline of pipelinesInto(props)) {
      const provider = providers.get(pipeline.type);
      const made = new DeployRole(this, pipeline.name, {
        source: sourceOf(pipeline),
        roleName: names.role(`deploy-${pipeline.name}`),
        ...(bootstrapQualifier === undefined ? {} : { bootstrapQualifier }),
        ...(provider ? { provider } : {}),
      });
      providers.set(pipeline.type, made.provider);
    }
  }
}

function sourceOf(pipeline: Pipeline): DeploySource {
  const { branch } = pipeline;
  if (pipeline.type === 'gitlab') {
    const { type: platform, project, environmentTier } = pipeline;
    return { platform, project, branch, environmentTier };
  }
  const { type: platform, repository, environment } = pipeline;
  return { platform, repository, branch, environment };
}
