import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Who may use an endpoint for what. */
export interface EndpointPerimeter {
  /** Id of the organisation (`o-…`). @default none: the account alone */
  readonly organizationId?: string | undefined;
  /** Container images come through the endpoints: their layers lie in a bucket of AWS. */
  readonly imageLayers: boolean;
  /** Further statements: named exceptions. */
  readonly exceptions: readonly iam.PolicyStatement[];
}

/**
 * The policy of an endpoint: principals of the organisation, on resources of the organisation, and the exceptions
 * (NET-10, RES-14). A stolen key of another organisation, or a bucket of one, is of no use from inside the network.
 * @throws Error when an exception has no name, or stands for everything.
 */
export function perimeterStatements(
  scope: IConstruct,
  service: string,
  perimeter: EndpointPerimeter,
): iam.PolicyStatement[] {
  for (const exception of perimeter.exceptions) requireNarrow(scope, exception);
  const statements = [organisationOnly(scope, perimeter.organizationId)];
  if (service === 's3' && perimeter.imageLayers) statements.push(imageLayers(scope));
  return [...statements, ...perimeter.exceptions.map((statement) => statement.copy())];
}

/** An exception that nobody can name, or for everything, is a hole. */
function requireNarrow(scope: IConstruct, statement: iam.PolicyStatement): void {
  const label = `[${scope.node.path}] exceptions`;
  if (statement.sid === undefined) {
    throw new Error(`${label}: found a statement without a sid, expected a name such as AgentDownloads`);
  }
  const { actions, resources } = statement;
  if (resources.length === 0 || resources.includes('*') || actions.length === 0 || actions.includes('*')) {
    throw new Error(
      `${label} ${statement.sid}: found actions ${actions.join(', ') || 'none'} on ${resources.join(', ') || 'none'}, ` +
        'expected the actions and resources that are needed',
    );
  }
}

function organisationOnly(scope: IConstruct, organizationId: string | undefined): iam.PolicyStatement {
  const { account } = Stack.of(scope);
  return new iam.PolicyStatement({
    sid: organizationId ? 'OrganisationOnly' : 'AccountOnly',
    principals: [new iam.AnyPrincipal()],
    actions: ['*'],
    resources: ['*'],
    conditions: {
      StringEquals: organizationId
        ? { 'aws:PrincipalOrgID': organizationId, 'aws:ResourceOrgID': organizationId }
        : { 'aws:PrincipalAccount': account, 'aws:ResourceAccount': account },
    },
  });
}

/** Source: Amazon ECR, interface VPC endpoints: the bucket of layers in each region. */
function imageLayers(scope: IConstruct): iam.PolicyStatement {
  const { partition, region } = Stack.of(scope);
  return new iam.PolicyStatement({
    sid: 'ContainerImageLayers',
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:GetObject'],
    resources: [`arn:${partition}:s3:::prod-${region}-starport-layer-bucket/*`],
  });
}
