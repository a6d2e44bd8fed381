import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import { conclude } from '../../../lib/handlers/exchange/conclude';
import { dispatch } from '../../../lib/handlers/exchange/dispatch';
import type { ObjectVersion } from '../../../lib/handlers/exchange/ports';
import { screen } from '../../../lib/handlers/exchange/screen';
import { RECIPIENT, SETTINGS, World } from './world';

const TEXT = 'name,district\nLibrary,Sha Tin\n';

/** A world in which an object waits for its approval. */
async function waiting(): Promise<{ readonly world: World; readonly object: ObjectVersion }> {
  const world = new World();
  const object = world.handIn(TEXT);
  await screen({ ...object, status: 'NO_THREATS_FOUND', threats: [] }, world.exchange, SETTINGS);
  return { world, object };
}

/** As the recipient opens it. */
function opened(sealed: Buffer): string {
  const end = sealed.indexOf('\n');
  const header = JSON.parse(sealed.subarray(0, end).toString());
  const [iv, tag, wrapped] = [header.iv, header.tag, header.key].map((text: string) => Buffer.from(text, 'base64'));
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const key = privateDecrypt({ key: RECIPIENT.privateKey, padding, oaepHash: 'sha256' }, wrapped ?? Buffer.alloc(0));
  const cipher = createDecipheriv('aes-256-gcm', key, iv ?? Buffer.alloc(0));
  cipher.setAAD(Buffer.from(`${header.transfer}\n${header.name}`));
  cipher.setAuthTag(tag ?? Buffer.alloc(0));
  return Buffer.concat([cipher.update(sealed.subarray(end + 1)), cipher.final()]).toString();
}

describe('an approved object', () => {
  test('is sealed for its recipient alone, sent and recorded', async () => {
    const { world, object } = await waiting();
    await dispatch(world.approve(object), world.exchange, SETTINGS);
    const [sent, ...others] = world.sent;
    expect(others).toEqual([]);
    expect(sent?.name).toBe('list.csv.sealed');
    expect(sent?.body.includes('Library')).toBe(false);
    expect(opened(sent?.body ?? Buffer.alloc(0))).toBe(TEXT);
    const { accepted } = world.records();
    expect(accepted).toMatchObject({
      key: 'inbox/list.csv',
      versionId: 'v1',
      receipt: 'transfer-1',
      approval: 'approvals/list.json',
    });
    // Auditors open the same copy by the exchange's own key.
    const context = JSON.stringify({ transfer: 'directory', versionId: 'v1' });
    expect(world.dataKeys.has(`${String(accepted?.['dataKey'])} ${context}`)).toBe(true);
  });

  test('is sent once, however often its approval arrives', async () => {
    const { world, object } = await waiting();
    const paper = world.approve(object);
    await dispatch(paper, world.exchange, SETTINGS);
    await dispatch(paper, world.exchange, SETTINGS);
    expect(world.sent).toHaveLength(1);
  });

  test('is tried again when the other side did not take it', async () => {
    const { world, object } = await waiting();
    const paper = world.approve(object);
    world.answer = () => {
      throw new Error('no answer');
    };
    await expect(dispatch(paper, world.exchange, SETTINGS)).rejects.toThrow('no answer');
    expect(Object.keys(world.records())).toEqual(['screened']);
    world.answer = () => 'delivered';
    world.now = '2026-11-26T04:10:00Z';
    await dispatch(paper, world.exchange, SETTINGS);
    expect(Object.keys(world.records())).toEqual(['screened', 'delivered']);
  });

  test.each<[string, (world: World, object: ObjectVersion) => ObjectVersion, RegExp]>([
    ['no approval', (world) => world.paper('yes'), /it is no approval/],
    ['an approval without a hash', (world, object) => world.approve(object, {}, { sha256: '' }), /it is no approval/],
    [
      'lines within a line',
      (world, object) => world.approve(object, { key: 'inbox/list.csv\nv1' }),
      /it is no approval/,
    ],
    ['a signature of others', (world, object) => world.approve(object, {}, {}, 'others'), /not the approvers’/],
    [
      'a signature of something else',
      (world, object) => world.approve(object, {}, { key: 'inbox/other.csv' }),
      /not the approvers’/,
    ],
    [
      'another transfer',
      (world, object) => world.approve(object, { transfer: 'other' }),
      /approves the transfer other/,
    ],
    [
      'another destination',
      (world, object) => world.approve(object, { destination: 'sftp://x/' }),
      /approves sftp:\/\/x\//,
    ],
    ['another content', (world, object) => world.approve(object, { sha256: '00' }), /not what was approved/],
    ['what was never screened', (world, object) => world.approve(object, { versionId: 'v2' }), /was not screened/],
    [
      'a closed switch',
      (world, object) => {
        world.says = 'closed';
        return world.approve(object);
      },
      /the kill switch says closed/,
    ],
    [
      'an expired transfer',
      (world, object) => {
        world.now = '2026-12-31T16:00:00Z';
        return world.approve(object);
      },
      /expired on 2026-12-31/,
    ],
    [
      'a transfer that has not begun',
      (world, object) => {
        world.now = '2025-12-31T15:59:59Z';
        return world.approve(object);
      },
      /begins on 2026-01-01/,
    ],
  ])('is refused by %s', async (_, prepare, because) => {
    const { world, object } = await waiting();
    await dispatch(prepare(world, object), world.exchange, SETTINGS);
    expect(world.sent).toEqual([]);
    expect(world.records()['refused']?.['because']).toMatch(because);
  });

  test('is refused when its tags were changed after it was screened', async () => {
    const { world, object } = await waiting();
    const paper = world.approve(object);
    world.handIn(TEXT, { scan: 'THREATS_FOUND' });
    await dispatch(paper, world.exchange, SETTINGS);
    expect(world.records()['refused']?.['because']).toMatch(/scan for malware says THREATS_FOUND/);
  });

  test('stays where it is when the switch cannot be read', async () => {
    const { world, object } = await waiting();
    const exchange = { ...world.exchange, switchSays: () => Promise.reject(new Error('no parameter')) };
    await expect(dispatch(world.approve(object), exchange, SETTINGS)).rejects.toThrow('no parameter');
    expect(world.sent).toEqual([]);
  });
});

describe('a connector that has ended', () => {
  test.each([
    [{ 'status-code': 'COMPLETED' }, 'delivered', undefined],
    [{ 'status-code': 'FAILED', 'failure-message': 'no route' }, 'failed', 'no route'],
  ])('is recorded: %j', async (said, step, because) => {
    const world = new World();
    const detail = { 'transfer-id': 't-1', 'file-path': '/sealed/v1/1/list.csv.sealed', ...said };
    await conclude(detail, world.exchange, SETTINGS);
    expect(world.records()[step]).toMatchObject({ versionId: 'v1', receipt: 't-1', ...(because ? { because } : {}) });
  });

  test('names the object, or fails', async () => {
    await expect(conclude({}, new World().exchange, SETTINGS)).rejects.toThrow(/expected the path of a sealed object/);
  });
});
