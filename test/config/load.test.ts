import { join } from 'node:path';
import { initialConfig, loadConfig, problemText } from '../../lib/config';
import { copyOfBase, loadChanged } from './support/change';

test('a config without errors is loaded with its defaults, profile, folder and documents', () => {
  const { result } = loadChanged([]);
  if (result.kind !== 'loaded') throw new Error(JSON.stringify(result, null, 1));
  expect(result.profile.id).toBe('hk-s17');
  expect(result.config.accounts[0]).toMatchObject({ name: 'management', unit: 'Root', systemTier: 1 });
  expect(result.config.logging.dataEvents).toBe(true);
  expect(result.config.guardrails.policies[0]?.document).toMatchObject({ Version: '2012-10-17' });
  expect(result.sources.files.map((file) => file.replace(result.folder, ''))).toEqual([
    '/landing-zone.yaml',
    '/policies/deny-marketplace.json',
  ]);
});

test('the place of any part of a loaded config can be asked for', () => {
  const { result } = loadChanged([]);
  if (result.kind !== 'loaded') throw new Error('expected a config without errors');
  const text = (line: number): string => result.sources.locate(['network', 'flows', line]).line.toString();
  expect(result.sources.locate(['homeRegion'])).toMatchObject({ line: 6, column: 13 });
  expect(Number(text(1))).toBe(Number(text(0)) + 5);
});

test('everything that is wrong is reported at once, in the order of the file', () => {
  const { problems } = loadChanged([
    ['deploymentModel: public', 'deploymentModel: publick'],
    ['homeRegion: ap-east-1\n', 'homeRegion: ap-east-2\n'],
    ["id: '200000000003'", 'id: 200000000003'],
    ['cidr: 10.64.32.0/20', 'cdir: 10.64.16.0/20'],
    ['systemTier: 2', 'systemTier: 4'],
    ['personalData: false # portal', 'personalData: true # portal'],
    ['type: postgres', 'type: postgre'],
    ['hub:\n    account: network', 'hub:\n    account: netwrk'],
    ['Effect: Deny', 'Effect: Dny'],
    ['ports: [15432]', 'ports: [9-1]'],
  ]);
  expect(problems.map(({ path }) => path)).toEqual([
    'deploymentModel',
    'homeRegion',
    'accounts[2].id',
    'accounts[4].systemTier',
    'accounts[4].holds.personalData',
    'accounts[4].vpcs[0].cdir',
    'accounts[4].vpcs[0].cidr',
    'accounts[4].vpcs[0].zones.application[0]',
    'accounts[4].vpcs[0].zones.application[1]',
    'accounts[4].vpcs[0].zones.data[0]',
    'accounts[4].vpcs[0].zones.data[1]',
    'accounts[4].vpcs[0].zones.management[0]',
    'accounts[4].vpcs[0].zones.management[1]',
    'accounts[4].vpcs[0].attachment.subnets[0]',
    'accounts[4].vpcs[0].attachment.subnets[1]',
    'accounts[4].vpcs[0].flows[1].ports[0]',
    'accounts[4].workloads[2].type',
    'network.hub.account',
    'guardrails.policies[1].document.Statement[0].Effect',
  ]);
  const lines = problems.map(({ line }) => line);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
});

test('what rests on a value in error is not reported as an error of its own', () => {
  // The account's name is in error, so that nothing can be said on the flow and the publication that name it.
  const { problems } = loadChanged([['- name: portal-prod', '- name: Portal Prod']]);
  expect(problems.map(({ path }) => path)).toEqual(['accounts[4].name']);
});

test('a problem is written with its place, what was found and expected, and the remedy', () => {
  const { problems } = loadChanged([['cidr: 10.64.48.0/20', 'cidr: 10.64.32.0/20']]);
  const [overlap] = problems;
  if (!overlap) throw new Error('expected a problem');
  const text = problemText(overlap).replaceAll(overlap.file, 'landing-zone.yaml');
  expect(text).toBe(
    [
      'landing-zone.yaml:138:15: accounts[5].vpcs[0].cidr: the VPC of account "trial" (10.64.32.0/20) overlaps the VPC of account "portal-prod" (10.64.32.0/20)',
      '  found:    "10.64.32.0/20"',
      '  expected: a block that no other VPC uses',
      '  remedy:   move one of the two to a free block of network.addressSpace',
      '  see also: landing-zone.yaml:83:15: accounts[4].vpcs[0].cidr',
    ].join('\n'),
  );
});

test.each([['the Hong Kong example', 'examples/hk-government/landing-zone.yaml']])(
  '%s has no problems',
  (_name, path) => {
    const result = loadConfig(path);
    expect(result.kind === 'wrong' ? result.problems.map(problemText) : result.kind).toBe('loaded');
  },
);

test('the file that init writes has no problems', () => {
  const folder = copyOfBase({ 'initial.yaml': initialConfig() });
  const result = loadConfig(join(folder, 'initial.yaml'));
  expect(result.kind === 'wrong' ? result.problems.map(problemText) : result.kind).toBe('loaded');
});
