import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { pipelineApp } from '../../examples/pipeline/app';

interface Action {
  readonly Name: string;
  readonly RunOrder: number;
  readonly ActionTypeId: { readonly Category: string };
}

it('judges, asks where permissions are broadened, and deploys, in that order', () => {
  const assembly = pipelineApp({ outdir: mkdtempSync(join(tmpdir(), 'pipeline-')) }).synth();
  // What the gate of the stage judges.
  expect(existsSync(join(assembly.directory, 'assembly-Pipeline-Prod'))).toBe(true);
  const template = Template.fromJSON(assembly.getStackByName('Pipeline').template);
  const [pipeline] = Object.values(template.findResources('AWS::CodePipeline::Pipeline'));
  const stages: readonly { readonly Name: string; readonly Actions: readonly Action[] }[] = pipeline?.Properties.Stages;
  expect(stages.map(({ Name }) => Name)).toEqual(['Source', 'Build', 'UpdatePipeline', 'Assets', 'Prod']);
  const actions = stages.at(-1)?.Actions ?? [];
  const order = (name: RegExp) => actions.find((action) => name.test(action.Name))?.RunOrder ?? NaN;
  expect(order(/Gate/)).toBe(1);
  expect(actions.some(({ ActionTypeId }) => ActionTypeId.Category === 'Approval')).toBe(true);
  expect(order(/Permits.*Prepare/)).toBeGreaterThan(order(/Gate/));
  expect(order(/Permits.*Deploy/)).toBeGreaterThan(order(/Permits.*Prepare/));
});
