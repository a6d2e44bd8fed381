import type { EngineTemplate } from '../../../model';
import type { NagPackName } from '../../names';
import type { Installed } from '../installed';
import { NagEngine } from './nag-engine';

/** Wrong on purpose, by every pack: a bucket without any protection, a function that is not set up at all. */
const RESOURCES = {
  Bucket: { Type: 'AWS::S3::Bucket' },
  Function: {
    Type: 'AWS::Lambda::Function',
    Properties: { Code: { ZipFile: '' }, Handler: 'index.handler', Runtime: 'nodejs12.x', Role: { Ref: 'Role' } },
  },
};

const CANARY: EngineTemplate = {
  path: 'canary',
  body: { Resources: RESOURCES },
  resource: (id) => Object.entries(RESOURCES).flatMap(([name, { Type }]) => (name === id ? [{ type: Type }] : []))[0],
  locate: () => undefined,
};

/**
 * Violations that a pack finds in a template that is wrong on purpose: none when it would find nothing anywhere, for
 * example because cdk-nag has another copy of aws-cdk-lib than ours.
 */
export async function nagCanary(name: NagPackName, installed: Installed): Promise<number> {
  const { findings } = await new NagEngine([name], installed).evaluate({ unit: CANARY.path, templates: [CANARY] });
  return findings.filter(({ status }) => status === 'fail').length;
}
