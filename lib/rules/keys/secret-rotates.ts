import { and, forSome, or, type Trilean } from '../../model';
import { isMap, type Resource, type Value } from '../../template';
import { absent, accompanied, companions, either, field, NOT_APPLICABLE, present } from '../check';
import type { Rule } from '../rule';

const SCHEDULE = { type: 'AWS::SecretsManager::RotationSchedule', path: 'SecretId' };

/** What changes the secret. */
const FUNCTIONS = ['RotationLambdaARN', 'HostedRotationLambda', 'ExternalSecretRotationRoleArn'];

const keepsTime = either(field('AutomaticallyAfterDays', present), field('ScheduleExpression', present));

const hasRules = (schedule: Resource): Trilean =>
  and(
    keepsTime.test(schedule.properties['RotationRules']),
    forSome(FUNCTIONS, (name) => isGiven(schedule.properties[name])),
  );

const isGiven = (value: Value | undefined): Trilean => (isMap(value) ? true : present.test(value));

const rotates = accompanied({
  namings: [SCHEDULE],
  expected: 'a rotation schedule',
  is: hasRules,
  otherwise: (secret, { graph }) =>
    or(
      ...companions(graph, secret, { type: 'AWS::SecretsManager::SecretTargetAttachment', path: 'SecretId' }).flatMap(
        ({ resource }) =>
          companions(graph, resource, SCHEDULE).map(({ certainty, resource: schedule }) =>
            and(certainty, hasRules(schedule)),
          ),
      ),
    ),
});

/**
 * A schedule counts wherever in the unit it stands, also one for the attachment that ties the secret to a
 * database. A schedule that rotates on demand only does not count. Secrets that a partner rotates are not judged.
 */
export const secretRotates: Rule = {
  id: 'secret-rotates',
  control: 'KEY-12',
  message: 'The secret is never changed.',
  remediation: 'Add a RotationSchedule for the secret.',
  types: ['AWS::SecretsManager::Secret'],
  scope: 'resource',
  evaluate: (resource, context) => {
    if (absent.test(resource.properties['Type']) === false) return NOT_APPLICABLE;
    return rotates(resource, context);
  },
};
