import { PipelineStack, pipelinesInto } from '../../../lib/landing-zone/stacks/pipeline-stack';
import { expectTemplate } from '../../constructs/detection/test-stack';
import { unacknowledged } from '../../support/compliance';
import type { LandingZoneInput } from '../support/small-config';
import { stageOf } from './stage-of';

const PIPELINES: Partial<LandingZoneInput> = {
  identity: {
    breakGlass: { trustedPrincipals: ['arn:aws:iam::200000000001:root'] },
    pipelines: [
      {
        name: 'portal',
        type: 'github',
        repository: 'e-services/portal',
        branch: 'main',
        environment: 'production',
        accounts: ['e-services-prod'],
      },
      {
        name: 'forms',
        type: 'github',
        repository: 'e-services/forms',
        branch: 'main',
        environment: 'production',
        accounts: ['e-services-prod'],
      },
      { name: 'hub', type: 'gitlab', project: 'networks/hub', branch: 'main', accounts: ['network'] },
    ],
  },
};

test('an account gets the roles of its own pipelines, and one provider for each platform', () => {
  const { stage, context } = stageOf('e-services-prod', PIPELINES);
  const stack = new PipelineStack(stage, 'pipelines', context);
  const template = expectTemplate(stack);
  template.resourceCountIs('AWS::IAM::OIDCProvider', 1);
  const roles = Object.values(template.findResources('AWS::IAM::Role')).map((role) => role['Properties']);
  expect(roles.map(({ RoleName }) => RoleName)).toEqual(['small-deploy-portal', 'small-deploy-forms']);
  expect(JSON.stringify(roles[0])).toContain('"token.actions.githubusercontent.com:ref":"refs/heads/main"');
  expect(unacknowledged(stack)).toEqual([]);
});

test('a GitLab pipeline deploys from protected environments of the production tier unless told otherwise', () => {
  const { stage, context } = stageOf('network', PIPELINES);
  const text = JSON.stringify(expectTemplate(new PipelineStack(stage, 'pipelines', context)).toJSON());
  expect(text).toContain(
    'project_path:networks/hub:ref_type:branch:ref:main:environment_protected:true:deployment_tier:production',
  );
});

test('an account without pipelines has none', () => {
  expect(pipelinesInto(stageOf('audit', PIPELINES).context)).toEqual([]);
});
