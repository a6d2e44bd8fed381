import { ArnFormat, aws_events as events, aws_logs as logs, Duration, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_lambda as lambda, aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { alarmAtOne } from '../alarm-at-one';
import { TopicPublisher } from '../detection';

interface HookWatchProps {
  readonly function: lambda.IFunction;
  readonly logGroup: logs.ILogGroup;
  readonly topic: sns.ITopic;
  readonly topicKey?: kms.IKey | undefined;
}

/** Calls that switch a hook off, or change when it runs. */
const HOOK_CALLS = ['DeactivateType', 'DeregisterType', 'SetTypeConfiguration', 'SetTypeDefaultVersion'];

/** Beginnings of the calls that change what the function does; CloudTrail adds the version of the interface. */
const FUNCTION_CALLS = [
  'DeleteFunction',
  'PutFunctionConcurrency',
  'UpdateFunctionCode',
  'UpdateFunctionConfiguration',
];

/** Tells a topic when the hook is switched off or changed, and when it could not judge. */
export class HookWatch extends Construct {
  constructor(scope: Construct, id: string, { function: fn, logGroup, topic, topicKey }: HookWatchProps) {
    super(scope, id);
    const target = new TopicPublisher(this, 'Publisher', {
      topic,
      ...(topicKey ? { encryptionKey: topicKey } : {}),
    }).target();
    new events.Rule(this, 'HookChanged', {
      description: 'A CloudFormation hook was switched off or configured',
      eventPattern: {
        source: ['aws.cloudformation'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: { eventSource: ['cloudformation.amazonaws.com'], eventName: HOOK_CALLS },
      },
      targets: [target],
    });
    new events.Rule(this, 'FunctionChanged', {
      description: 'The function behind the deployment hook was changed or deleted',
      eventPattern: {
        source: ['aws.lambda'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: {
          eventSource: ['lambda.amazonaws.com'],
          eventName: FUNCTION_CALLS.map((prefix) => ({ prefix })),
          requestParameters: { functionName: [fn.functionName, this.arnOf(fn)] },
        },
      },
      targets: [target],
    });
    const undecided = new logs.MetricFilter(this, 'UndecidedFilter', {
      logGroup,
      filterPattern: logs.FilterPattern.literal('{ ($.kind = "lionrock-hook") && ($.verdict = "unknown") }'),
      metricNamespace: 'Lionrock/DeploymentHook',
      metricName: `${fn.node.addr}-undecided`,
    });
    const alarms = {
      Undecided: [undecided.metric({ statistic: 'Sum' }), 'The deployment hook could not decide'],
      Errors: [fn.metricErrors(), 'The deployment hook threw or ran out of time'],
      Throttles: [fn.metricThrottles(), 'The deployment hook has too little concurrency'],
    } as const;
    for (const [name, [metric, description]] of Object.entries(alarms)) {
      alarmAtOne(this, name, { description, metric: metric.with({ period: Duration.minutes(5) }), topic });
    }
  }

  /** Callers name a function by its name or by its ARN. */
  private arnOf({ functionName }: lambda.IFunction): string {
    return Stack.of(this).formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: functionName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}
