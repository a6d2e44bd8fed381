import { aws_events as events, aws_iam as iam, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { findingRoutes, type FindingRoute, type FindingSeverity } from './finding-routes';
import { incidentTimeline } from './incident-timeline';
import { rulesOfThisAccount } from './rules-of-this-account';

/** Properties of {@link CaseRecord}. */
export interface CaseRecordProps {
  /** Begins the names of the rules. */
  readonly namePrefix: string;
  /**
   * Least severity of a finding that opens a case.
   * @default 'HIGH'
   */
  readonly minimumSeverity?: FindingSeverity;
}

/** Severity of a case as Systems Manager counts, 1 the gravest. */
const CASE_SEVERITY = '2';
const HOUR = 3_600_000;

/**
 * Opens a case (an OpsItem of Systems Manager) for each finding at or above a severity, with the times of the reports that
 * are due should it be an incident (G3 18.1(b)); the same finding opens no second one while it is open. In the account that
 * administers the services it sees the findings of all accounts. A case holds identifiers alone. Evidence for DET-05.
 */
export class CaseRecord extends Construct {
  constructor(scope: Construct, id: string, { namePrefix, minimumSeverity = 'HIGH' }: CaseRecordProps) {
    super(scope, id);
    const role = this.role();
    const arn = Stack.of(this).formatArn({ service: 'ssm', resource: 'opsitem' });
    for (const route of findingRoutes(minimumSeverity)) {
      new events.Rule(this, route.id, {
        ruleName: `${namePrefix}-${route.id.toLowerCase()}-cases`,
        description: `A case for each finding of ${route.source}, severity ${minimumSeverity} or above`,
        eventPattern: route.pattern,
        targets: [{ bind: () => ({ arn, role, input: caseOf(route) }) }],
      });
    }
  }

  private role(): iam.IRole {
    const role = new iam.Role(this, 'Role', {
      description: 'Assumed by EventBridge rules of this account to open cases',
      assumedBy: rulesOfThisAccount(this),
    });
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      description: 'Opens cases',
      roles: [role],
      statements: [new iam.PolicyStatement({ actions: ['ssm:CreateOpsItem'], resources: ['*'] })],
    });
    acknowledge(policy, { 'AwsSolutions-IAM5[Resource::*]': 'A case that is not open yet has no ARN.' });
    return role;
  }
}

function caseOf({ source, paths }: FindingRoute): events.RuleTargetInput {
  const [id, account, time] = [field(paths.id), field('$.account'), field('$.time')];
  return events.RuleTargetInput.fromObject({
    title: `${source}: ${field(paths.finding)} in ${account}`,
    description: `Severity ${field(paths.severity)}, account ${account}, region ${field('$.region')}, found ${time}, id ${id}. Should it be an incident, count from ${time}: ${reportsDue()}.`,
    category: 'Security',
    severity: CASE_SEVERITY,
    source,
    operationalData: {
      '/aws/dedup': text(`{"dedupString":"${id}"}`),
      finding: text(id),
      account: text(account),
      discovered: text(time),
    },
  });
}

const field = (path: string): string => events.EventField.fromPath(path);

/** A value by which cases are found. */
const text = (value: string): object => ({ type: 'SearchableString', value });

/** The reports of an incident and their times, in words. */
function reportsDue(): string {
  return incidentTimeline({ discovered: new Date(0) })
    .map(({ report, to, due, source }) => `${report} to the ${to} within ${due.getTime() / HOUR} h (${source})`)
    .join(', ');
}
