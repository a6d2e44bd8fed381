import { DOCUMENT_QUOTAS } from '../../lib/model';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());
afterEach(() => jest.restoreAllMocks());

it('synth says what AWS may refuse, and builds all the same', async () => {
  const [trust] = DOCUMENT_QUOTAS.filter(({ what }) => what === 'trust policy');
  if (!trust) throw new Error('expected a quota of trust policies, found none');
  jest.replaceProperty(trust, 'characters', 10);
  const folder = scratch.path('zone');
  await run(['init', folder]);
  const config = ['-c', `${folder}/landing-zone.yaml`];
  const result = await run(['synth', ...config, '--account', 'log-archive', '-o', scratch.path('out')]);
  expect(result.status).toBe(0);
  expect(result.stdout).toContain('check it: lionrock gate');
  expect(result.stderr).toMatch(
    /^warning: \S+: \w+ has a trust policy of about \d+ characters(, [^:]+)?: AWS takes 10 where nobody asked/m,
  );
});
