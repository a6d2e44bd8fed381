import { forSome, type Trilean } from '../../model';
import { asNumber, asText, isList, Unknown, type Value } from '../../template';
import { among, at, fail, get, NOT_APPLICABLE, pass, unknown, type Found } from '../check';
import type { Rule, RuleResult } from '../rule';
import { environmentNamed } from './environment';

const EXPECTED = 'an approval before it';

const isDeploy = among('Deploy');
const isApproval = among('Approval');

interface Action {
  readonly found: Found;
  readonly stage: number;
  /** Actions of a stage with a smaller number run before. @default 1 */
  readonly order: number;
  readonly stageName: Value | undefined;
}

/**
 * Production is what stage or action call so (`prod`, `Deploy-Production`); a pipeline that names no environment does not
 * show to where it deploys. Approvals outside of the pipeline are not seen.
 */
export const productionDeploymentApproved: Rule = {
  id: 'production-deployment-approved',
  control: 'CHG-03',
  message: 'The pipeline deploys to production without anybody’s approval.',
  remediation: 'Put a manual approval before the deployment, and let nobody approve their own change.',
  types: ['AWS::CodePipeline::Pipeline'],
  scope: 'resource',
  evaluate: ({ properties }) => {
    const actions = actionsOf(properties['Stages']);
    const deployments = actions.filter((action) => isProduction(action) && category(action, isDeploy) !== false);
    if (deployments.length === 0) return NOT_APPLICABLE;
    return deployments.map((action) => judge(action, actions));
  },
};

function judge(deployment: Action, actions: readonly Action[]): RuleResult {
  const before = actions.filter(
    ({ stage, order }) => stage < deployment.stage || (stage === deployment.stage && order < deployment.order),
  );
  const approved = forSome(before, (action) => category(action, isApproval));
  const found = { path: deployment.found.path, value: get(deployment.found.value, 'Name') };
  if (approved === true) return pass(found, EXPECTED);
  if (approved === false && category(deployment, isDeploy) === true) return fail(found, EXPECTED);
  return { ...unknown(found, EXPECTED), because: 'what kind of action it is cannot be resolved' };
}

function actionsOf(stages: Value | undefined): readonly Action[] {
  if (!isList(stages)) return [];
  return stages.flatMap((body, stage) =>
    at(body, 'Actions[]', `Stages.${stage}`).map((found) => ({
      found,
      stage,
      order: asNumber(get(found.value, 'RunOrder')) ?? 1,
      stageName: get(body, 'Name'),
    })),
  );
}

function category({ found }: Action, is: typeof isDeploy): Trilean {
  if (found.value instanceof Unknown) return 'unknown';
  return is.test(get(found.value, 'ActionTypeId.Category'));
}

/** A word of the name says so, and none says something else: `pre-prod` is not production. */
function isProduction({ found, stageName }: Action): boolean {
  const names = [asText(stageName), asText(get(found.value, 'Name'))].filter((name) => name !== undefined);
  if (names.some((name) => /(non|pre)[-_ ]?prod/i.test(name))) return false;
  return names
    .flatMap((name) => name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/))
    .some((word) => environmentNamed(word) === 'production');
}
