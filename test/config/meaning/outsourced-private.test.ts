import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../lib/config';
import type { Transfer } from '../../../lib/model';
import { prove, unitOf } from '../../proofs/residency/world';

const FIXTURE = 'test/fixtures/config/outsourced-private/landing-zone.yaml';

function transfersOf(path: string): readonly Transfer[] {
  const loaded = loadConfig(path);
  if (loaded.kind !== 'loaded') throw new Error(JSON.stringify(loaded));
  return loaded.config.transfers;
}

// GBA Standard Contract: about personal data, so that the public deployment model of S17 refuses it (17.3.1, 20.1.4).
describe('personal data under a Standard Contract, on a private cloud of a contractor', () => {
  const stack = (url: string) =>
    prove(
      unitOf({ resources: { Way: { Type: 'AWS::Transfer::Connector', Properties: { Url: url, AccessRole: 'r' } } } }),
      {
        register: transfersOf(FIXTURE),
        today: '2026-12-20',
      },
    );

  test('leaves for the destination of the contract, and the proof names the transfer', () => {
    const { paths, transfers } = stack('sftp://sftp.permits.shenzhen.example.cn');
    expect(paths).toMatchObject([
      { status: 'pass', transfer: 'permits-to-shenzhen', destination: 'sftp.permits.shenzhen.example.cn' },
    ]);
    expect(transfers).toMatchObject([{ id: 'permits-to-shenzhen', status: 'live' }]);
  });

  test('leaves for no other', () => {
    expect(stack('sftp://sftp.permits.zhuhai.example.cn').paths).toMatchObject([{ status: 'fail', transfer: null }]);
  });

  test('is refused under the public deployment model, whatever else the file says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lionrock-config-'));
    const path = join(folder, 'landing-zone.yaml');
    writeFileSync(
      path,
      readFileSync(FIXTURE, 'utf8').replace('deploymentModel: outsourced-private', 'deploymentModel: public'),
    );
    const loaded = loadConfig(path);
    rmSync(folder, { recursive: true });
    const refused = loaded.kind === 'wrong' ? loaded.problems.map(({ path: at }) => at) : [];
    expect(refused).toContain('transfers[0].standardContract');
  });
});
