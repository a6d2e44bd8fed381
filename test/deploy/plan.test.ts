import { planDeployment, readAssembly, expectedTargets } from '../../lib/deploy';
import { Scratch } from '../gate/support/scratch';
import { idOf, loadedConfig, parameter, parameterArn, writeAssembly } from './support/small-landing-zone';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const { config } = loadedConfig();

function planOf(folder: string) {
  return planDeployment(readAssembly(folder, 'aws'), config);
}

const shown = ({ waves }: ReturnType<typeof planOf>) =>
  Object.fromEntries(waves.map(({ name, stacks }) => [name, stacks.map(({ id }) => id)]));

describe('the order of a deployment', () => {
  it('follows the roles of the accounts, what stacks need, and what passes between accounts', () => {
    const folder = writeAssembly(scratch.path('order'), {
      portal: {
        'hub-routes': { needs: ['vpc'] },
        workloads: { needs: ['keys', 'vpc'] },
        vpc: { reads: parameterArn('network', '/hub'), resources: { Attachment: parameter('/attachment') } },
        keys: {},
        logging: { needs: ['keys'] },
      },
      network: {
        routing: { needs: ['hub'], reads: parameterArn('portal', '/attachment') },
        hub: { resources: { Id: parameter('/hub') } },
      },
      audit: { aggregation: {}, logging: {} },
      'log-archive': { logging: { needs: ['log-archive'] }, 'log-archive': {} },
      management: { trail: {}, detection: {}, guardrails: {} },
    });
    expect(shown(planOf(folder))).toEqual({
      organization: ['management/guardrails'],
      'log-archive': ['portal/keys', 'log-archive/log-archive', 'log-archive/logging'],
      audit: ['management/detection', 'audit/aggregation', 'audit/logging', 'management/trail'],
      network: ['network/hub'],
      baselines: ['portal/vpc', 'portal/logging', 'network/routing'],
      departments: ['portal/hub-routes', 'portal/workloads'],
    });
  });

  it('tells of a circle, which nobody could deploy', () => {
    const folder = writeAssembly(scratch.path('circle'), {
      network: {
        a: { reads: parameterArn('portal', '/b'), resources: { A: parameter('/a') } },
      },
      portal: { b: { reads: parameterArn('network', '/a'), resources: { B: parameter('/b') } } },
    });
    expect(() => planOf(folder)).toThrow('stacks need each other in a circle: network/a -> portal/b -> network/a');
  });
});

describe('a cloud assembly', () => {
  it('says of each stack where it goes, by which roles, and what the account needs', () => {
    const folder = writeAssembly(scratch.path('one'), { network: { hub: {} } });
    const id = idOf('network');
    expect(readAssembly(folder, 'aws-cn')).toMatchObject([
      {
        id: 'network/hub',
        name: 'network-hub',
        account: id,
        region: 'ap-east-1',
        stage: 'network',
        capability: 'hub',
        deployRole: `arn:aws-cn:iam::${id}:role/cdk-deploy-${id}-ap-east-1`,
        lookupRole: `arn:aws-cn:iam::${id}:role/cdk-lookup-${id}-ap-east-1`,
        bootstrap: { version: 6, parameter: '/cdk-bootstrap/hnb659fds/version' },
        dependencies: [],
      },
    ]);
  });

  it('another template is another deployment', () => {
    const digest = (folder: string) => readAssembly(folder, 'aws')[0]?.digest;
    const first = writeAssembly(scratch.path('first'), { network: { hub: {} } });
    const same = writeAssembly(scratch.path('same'), { network: { hub: {} } });
    const other = writeAssembly(scratch.path('other'), { network: { hub: { resources: { Id: parameter('/hub') } } } });
    expect(digest(first)).toBe(digest(same));
    expect(digest(first)).not.toBe(digest(other));
  });

  it('that is none is told as such, with the remedy', () => {
    expect(() => readAssembly(scratch.path('nothing'), 'aws')).toThrow(
      /expected a cloud assembly, found none: .*lionrock synth/,
    );
    scratch.write('broken/manifest.json', 'x');
    expect(() => readAssembly(scratch.path('broken'), 'aws')).toThrow('is no manifest of a cloud assembly');
  });

  it.each([
    ['a template', { templateFile: '../other.template.json' }, 'aws:cloudformation:stack'],
    ['an assembly', { directoryName: '../other' }, 'cdk:cloud-assembly'],
    ['itself, without end', { directoryName: '.' }, 'cdk:cloud-assembly'],
  ])('must not lead out of its folder by %s', (_, properties, type) => {
    const environment = `aws://${idOf('network')}/ap-east-1`;
    scratch.write('leading-out/manifest.json', { artifacts: { out: { type, environment, properties } } });
    scratch.write('other/manifest.json', { artifacts: {} });
    scratch.write('other.template.json', {});
    expect(() => readAssembly(scratch.path('leading-out'), 'aws')).toThrow('outside of the assembly');
  });

  it('that is nested must not lead back into the one around it', () => {
    const nested = (directoryName: string) => ({
      artifacts: { in: { type: 'cdk:cloud-assembly', properties: { directoryName } } },
    });
    scratch.write('circle/manifest.json', nested('inner'));
    for (const directoryName of ['.', '../inner']) {
      scratch.write('circle/inner/manifest.json', nested(directoryName));
      expect(() => readAssembly(scratch.path('circle'), 'aws')).toThrow('outside of the assembly');
    }
  });

  it('without a concrete account cannot be deployed', () => {
    const stack = {
      type: 'aws:cloudformation:stack',
      environment: 'aws://unknown-account/unknown-region',
      properties: { templateFile: 'x' },
    };
    scratch.write('open/manifest.json', { version: '55.0.0', artifacts: { loose: stack } });
    expect(() => readAssembly(scratch.path('open'), 'aws')).toThrow('expected a concrete account and region');
  });
});

describe('what a landing zone that was not synthesized will need', () => {
  it('is every account, by the roles of the bootstrap', () => {
    const targets = expectedTargets(config, 'aws');
    expect(targets.map(({ name }) => name)).toEqual(config.accounts.map(({ name }) => name));
    expect(targets[0]?.deployRole).toBe(
      `arn:aws:iam::${idOf('management')}:role/cdk-hnb659fds-deploy-role-${idOf('management')}-ap-east-1`,
    );
  });
});
