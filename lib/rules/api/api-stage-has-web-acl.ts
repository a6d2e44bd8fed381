import { Reference } from '../../template';
import { accompanied, worst } from '../check';
import type { Rule } from '../rule';

const ownAcl = accompanied({
  namings: [
    { type: 'AWS::WAFv2::WebACLAssociation', path: 'ResourceArn' },
    { type: 'AWS::WAFRegional::WebACLAssociation', path: 'ResourceArn' },
  ],
  expected: 'a web ACL associated with the stage',
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
