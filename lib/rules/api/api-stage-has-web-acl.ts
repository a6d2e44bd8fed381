import { or, type Trilean } from '../../model';
import { asText, describe, Reference, type Resource } from '../../template';
import { accompanied, at, worst } from '../check';
import type { Rule, RuleContext } from '../rule';

const ASSOCIATIONS = ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'];

const ownAcl = accompanied({
  namings: ASSOCIATIONS.map((type) => ({ type, path: 'ResourceArn' })),
  expected: 'a web ACL associated with the stage',
  otherwise: isNamedInText,
});

/** An association that names the stage, or its API in an ARN, counts wherever in the unit it stands. */
export const apiStageHasWebAcl: Rule = {
  id: 'api-stage-has-web-acl',
  control: 'NET-13',
  severity: 'low',
  message: 'Requests reach the API unfiltered.',
  remediation: 'Add a WebACLAssociation for the stage.',
  types: ['AWS::ApiGateway::Stage'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const results = [ownAcl(resource, context)].flat();
    if (worst(results) !== 'fail') return results;
    const api = resource.properties['RestApiId'];
    const target = api instanceof Reference ? context.graph.follow(api) : undefined;
    return target ? ownAcl(target, context) : results;
  },
};

/** A stage of an API of another unit: both are known by name only. */
function isNamedInText({ properties }: Resource, { graph }: RuleContext): Trilean {
  const [api, stage] = [asText(properties['RestApiId']), asText(properties['StageName'])];
  if (api === undefined || stage === undefined) return false;
  const arns = ASSOCIATIONS.flatMap((type) => graph.ofType(type)).flatMap((one) => at(one.properties, 'ResourceArn'));
  return or(
    ...arns.map(({ value }) => new RegExp(`(^|/)${literal(api)}/stages?/${literal(stage)}$`).test(describe(value))),
  );
}

function literal(text: string): string {
  return text.replace(/[^\w-]/g, '\\$&');
}
