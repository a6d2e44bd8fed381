import type { Resource } from '../../template';
import { present, property } from '../check';
import type { Rule } from '../rule';

/** Only a deployment that makes a stage (StageName) is judged. */
export const apiDeploymentAccessLogged: Rule = {
  id: 'api-deployment-access-logged',
  control: 'LOG-06',
  message: 'Nobody records who calls the stage that the deployment makes.',
  remediation: 'Set StageDescription.AccessLogSetting, or make the stage by itself.',
  types: ['AWS::ApiGateway::Deployment'],
  scope: 'resource',
  evaluate: property('StageDescription.AccessLogSetting.DestinationArn', present, makesStage),
};

function makesStage({ properties }: Resource): boolean {
  return properties['StageName'] !== undefined;
}
