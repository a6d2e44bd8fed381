import { DynamicReference, OneOf, Reference, Unknown, type Resource, type Value } from '../../template';
import { at, fail, guarded, inLandingZone, NOT_APPLICABLE, pass, unknown } from '../check';
import type { Rule, RuleResult } from '../rule';

/** Where the image is named, by resource type. */
const PATHS: Readonly<Record<string, string>> = {
  'AWS::AutoScaling::LaunchConfiguration': 'ImageId',
  'AWS::EC2::Instance': 'ImageId',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.ImageId',
};

/** Names in the parameter store under which AWS publishes its own images, which nobody here hardened or tested. */
const PUBLISHED = '/aws/service/';

/** Source of what a template reads from the store, and no template of the unit put there. */
const STORED = /^stored parameter (.+)$/;

const EXPECTED = 'an image of the image pipeline, or one named by a parameter of the store';

/**
 * Landing zones publish the images that passed the hardening test under names in the parameter store. Elsewhere a template
 * does not show who approved an image, by whatever id it is named.
 */
export const instanceImageApproved: Rule = {
  id: 'instance-image-approved',
  control: 'WKL-03',
  message: 'The instance starts from an image that nobody approved.',
  remediation: 'Name the image by the parameter of the store under which the image pipeline publishes it.',
  types: Object.keys(PATHS),
  scope: 'resource',
  evaluate: guarded(inLandingZone, (resource) => {
    const found = at(resource.properties, PATHS[resource.type] ?? '').filter(({ value }) => value !== undefined);
    const results = found.map(({ path, value }) => judge(path, value, resource));
    return results.length > 0 ? results : NOT_APPLICABLE;
  }),
};

function judge(path: string, value: Value | undefined, resource: Resource): RuleResult {
  const found = { path, value };
  if (value instanceof Reference) return pass(found, EXPECTED);
  if (value instanceof OneOf || !(value instanceof Unknown)) return fail(found, EXPECTED);
  const name = storedNameOf(value, resource);
  if (name === undefined) return unknown(found, EXPECTED);
  return name.startsWith(PUBLISHED) ? fail(found, EXPECTED) : pass(found, EXPECTED);
}

/** Name in the parameter store from which a value is read; empty where only the deployment says it. */
function storedNameOf(value: Unknown, { template }: Resource): string | undefined {
  if (value instanceof DynamicReference) {
    const [first] = value.key;
    return typeof first === 'string' ? first : '';
  }
  const stored = STORED.exec(value.source ?? '')?.[1];
  if (stored !== undefined) return stored;
  const parameter = template.parameters.find(({ name }) => name === value.source);
  return parameter?.type.startsWith('AWS::SSM::Parameter::Value<') ? '' : undefined;
}
