import { identity, type Resource } from '../../template';
import { among, field, NOT_APPLICABLE, orAbsent, present, property } from '../check';
import type { Rule } from '../rule';

const inward = orAbsent(field('Type', among('AWS', 'AWS_PROXY', 'MOCK')));

const certified = property('ClientCertificateId', present);

function isOfApi(method: Resource, stage: Resource): boolean {
  return identity(method.properties['RestApiId']) === identity(stage.properties['RestApiId']);
}

/**
 * Only a backend on HTTP sees the certificate: a stage whose methods all stand in the unit and call none is not
 * judged.
 */
export const apiStageClientCertificate: Rule = {
  id: 'api-stage-client-certificate',
  control: 'NET-14',
  category: 'tls-in-transit',
  severity: 'low',
  message: 'The backend cannot tell that a request comes from the API.',
  remediation: 'Name a ClientCertificateId, and let the backend ask for it.',
  types: ['AWS::ApiGateway::Stage'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const methods = context.graph.ofType('AWS::ApiGateway::Method').filter((method) => isOfApi(method, resource));
    const isInward =
      methods.length > 0 && methods.every((method) => inward.test(method.properties['Integration']) === true);
    return isInward ? NOT_APPLICABLE : certified(resource, context);
  },
};
