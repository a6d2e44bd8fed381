import { and, forSome, type Trilean } from '../../model';
import type { Graph, Resource } from '../../template';
import { fail, pass, unknown } from '../check';
import type { Rule } from '../rule';
import { namesStage } from './names-stage';

const EXPECTED = 'a web ACL associated with the stage';

const ASSOCIATIONS = ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'];

/** An association counts wherever in the unit it stands; it has to name the stage, not the API alone. */
export const apiStageHasWebAcl: Rule = {
  id: 'api-stage-has-web-acl',
  control: 'NET-13',
  severity: 'low',
  message: 'Requests reach the API unfiltered.',
  remediation: 'Add a WebACLAssociation for the stage: …::/restapis/API/stages/NAME.',
  types: ['AWS::ApiGateway::Stage'],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const found = { path: '', value: undefined };
    const associations = ASSOCIATIONS.flatMap((type) => graph.ofType(type));
    const has = forSome(associations, (other) => isFor(resource, other, graph));
    if (has === true) return pass(found, EXPECTED);
    if (has === false) return { ...fail(found, EXPECTED), observed: 'none' };
    return { ...unknown(found, EXPECTED), observed: 'not known', because: 'an association may mean this stage' };
  },
};

/** What is open in another template hardly means this stage. */
function isFor(stage: Resource, association: Resource, graph: Graph): Trilean {
  const meant = namesStage(association.properties['ResourceArn'], stage, graph);
  if (meant === 'unknown' && association.template !== stage.template) return false;
  return and(meant, graph.accompanies(stage, association));
}
