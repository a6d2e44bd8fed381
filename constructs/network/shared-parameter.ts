import { aws_ram as ram, aws_ssm as ssm } from 'aws-cdk-lib';
import { Construct } from 'constructs';

export interface SharedParameterProps {
  /** Full name, beginning with a slash. */
  readonly parameterName: string;
  readonly value: string;
  readonly description: string;
  /** Account ids, or ARNs of the organisation or its units, which may read it. None: it is not shared. */
  readonly shareWith: readonly string[];
}

/**
 * A value for other accounts: a parameter of the advanced tier, shared through Resource Access Manager with
 * principals of the organisation alone (RES-17). Read it with `readParameter`.
 */
export class SharedParameter extends Construct {
  readonly parameterArn: string;

  /** @throws Error when the name does not begin with a slash. */
  constructor(scope: Construct, id: string, props: SharedParameterProps) {
    super(scope, id);
    if (!/^\/[\w./-]+$/.test(props.parameterName)) {
      throw new Error(
        `[${this.node.path}] parameterName: found "${props.parameterName}", expected a full name such as ` +
          '/landing-zone/network/transit-gateway-id',
      );
    }
    const parameter = new ssm.StringParameter(this, 'Parameter', {
      parameterName: props.parameterName,
      stringValue: props.value,
      description: props.description,
      // Only the advanced tier can be shared.
      tier: ssm.ParameterTier.ADVANCED,
    });
    this.parameterArn = parameter.parameterArn;
    if (props.shareWith.length === 0) return;
    new ram.CfnResourceShare(this, 'Share', {
      name: props.parameterName.slice(1).replaceAll('/', '-'),
      allowExternalPrincipals: false,
      principals: [...props.shareWith],
      resourceArns: [parameter.parameterArn],
    });
  }
}

/**
 * Reads a parameter of another account, named by its full ARN: CloudFormation resolves it at deployment as a template
 * parameter, so nothing of the other account's stacks is needed at synthesis.
 * @param parameterArn without tokens: `arn:aws:ssm:ap-east-1:111122223333:parameter/name`
 */
export function readParameter(scope: Construct, id: string, parameterArn: string): string {
  return ssm.StringParameter.fromStringParameterArn(scope, id, parameterArn).stringValue;
}
