import { aws_sns as sns, pipelines, Stack, Stage, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LionrockGate } from '../../constructs/lionrock-gate';
import { LionrockDefaults } from '../../constructs/residency';
import { profileById } from '../../lib/profiles';
import { PermitStack } from '../department-app/permit-stack';

const CONNECTION =
  'arn:aws:codeconnections:ap-southeast-1:110000000005:connection/00000000-0000-4000-8000-000000000000';

export interface PipelineStackProps extends StackProps {
  /** Account into which the department's app is deployed, by the roles of the CDK's bootstrap there. */
  readonly target: { readonly account: string; readonly region: string };
}

/**
 * A pipeline of CDK Pipelines for a department's app: it synthesizes, judges, asks a person where the change broadens
 * permissions or opens security groups, and deploys what was judged.
 */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, props);
    const input = pipelines.CodePipelineSource.connection('permits/app', 'main', { connectionArn: CONNECTION });
    const policies = pipelines.CodePipelineSource.connection('central/policies', 'main', { connectionArn: CONNECTION });
    const synth = new pipelines.CodeBuildStep('Synth', {
      // The classes of CDK are not assignable to their own interfaces under exactOptionalPropertyTypes.
      input: input as pipelines.IFileSetProducer,
      commands: ['npm ci --ignore-scripts', 'npx cdk synth'],
      primaryOutputDirectory: 'cdk.out',
    });
    const pipeline = new pipelines.CodePipeline(this, 'Pipeline', {
      synth: synth as pipelines.IFileSetProducer,
      crossAccountKeys: true,
    });
    const stage = new Stage(this, 'Prod', { env: props.target });
    LionrockDefaults.of(stage, profileById('hk-s17'), { department: 'permits' });
    new PermitStack(stage, 'Permits', { env: props.target });
    const approvers = new sns.Topic(this, 'Approvers');
    pipeline.addStage(stage, {
      pre: [
        // The verdict and the review page's findings are the step's artefact; exit 1 or 2 ends the pipeline here.
        new LionrockGate('Gate', {
          assembly: synth,
          paths: ['assembly-Pipeline-Prod'],
          source: policies,
          policy: 'gate-policy.yaml',
        }),
        // Goes on by itself where nothing is broadened.
        new pipelines.ConfirmPermissionsBroadening('Approval', { stage, notificationTopic: approvers }),
      ],
    });
  }
}
