import { App, aws_ec2 as ec2, PropertyInjectors, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { LionrockDefaults } from '../../../../constructs/residency';
import { profileById } from '../../../../lib/profiles';
import { SAMPLES, type Sample } from './samples';

/** The properties of the sample's own resource, with the defaults or without. */
function propertiesOf({ make, type }: Sample, withDefaults: boolean): readonly unknown[] {
  const app = new App();
  const hongKong = profileById('hk-s17');
  // Without the aspect: what is seen here is the injectors' work alone.
  const scope = withDefaults ? injectedScope(app) : new Stack(app, 'Test', { env: { region: 'ap-east-1' } });
  expect(hongKong.regions).toContain(scope.region);
  make(scope, importedVpc(scope));
  return Object.entries(Template.fromStack(scope).findResources(type))
    .filter(([logicalId]) => !logicalId.startsWith('LionrockDefaults') && !logicalId.startsWith('Source'))
    .map(([, resource]) => resource['Properties']);
}

function importedVpc(scope: Stack): ec2.IVpc {
  return ec2.Vpc.fromVpcAttributes(scope, 'Vpc', {
    vpcId: 'vpc-0a1b2c3d4e5f60718',
    availabilityZones: ['ap-east-1a', 'ap-east-1b'],
    isolatedSubnetIds: ['subnet-0a1b2c3d4e5f60711', 'subnet-0a1b2c3d4e5f60712'],
  });
}

/** A stack with the injectors of the defaults, and nothing else of them. */
function injectedScope(app: App): Stack {
  const other = new Stack(new App(), 'Other');
  LionrockDefaults.of(other, profileById('hk-s17'));
  const stack = new Stack(app, 'Test', { env: { region: 'ap-east-1' } });
  const from = PropertyInjectors.of(other);
  for (const id of from.supportedClasses()) {
    const injector = from.for(id);
    if (injector) PropertyInjectors.of(stack).add(injector);
  }
  return stack;
}

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((found, key) => (typeof found === 'object' && found ? Reflect.get(found, key) : undefined), value);
}

function holds(properties: unknown, path: string, expected: unknown): boolean {
  const found = JSON.stringify(at(properties, path)) ?? '';
  return expected === 'key' ? found.includes('LionrockDefaultsKey') : found === JSON.stringify(expected);
}

test('every injector that is registered has a sample', () => {
  const stack = new Stack(new App(), 'Test');
  LionrockDefaults.of(stack, profileById('hk-s17'));
  const sampled = SAMPLES.map(({ of }) => of.PROPERTY_INJECTION_ID);
  expect(sampled.toSorted()).toEqual(PropertyInjectors.of(stack).supportedClasses().toSorted());
  expect(new Set(sampled).size).toBe(sampled.length);
});

describe.each(SAMPLES.map((sample) => [sample.of.PROPERTY_INJECTION_ID, sample] as const))('%s', (_, sample) => {
  test('comes out with the defaults, and would not without', () => {
    const [properties] = propertiesOf(sample, true);
    const [plain] = propertiesOf(sample, false);
    for (const [path, expected] of Object.entries(sample.expect)) {
      expect({ path, found: at(properties, path), holds: holds(properties, path, expected) }).toMatchObject({
        holds: true,
      });
    }
    expect(Object.entries(sample.expect).every(([path, expected]) => holds(plain, path, expected))).toBe(false);
  });

  test('synthesizes: the defaults contradict neither each other nor the boundary', () => {
    const app = new App();
    LionrockDefaults.of(app, profileById('hk-s17'));
    const stack = new Stack(app, 'Test', { env: { account: '111122223333', region: 'ap-east-1' } });
    sample.make(stack, importedVpc(stack));
    expect(() => app.synth()).not.toThrow();
  });
});
