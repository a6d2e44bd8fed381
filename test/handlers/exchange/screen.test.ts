import { scanResultOf } from '../../../lib/handlers/exchange/scan-result';
import { screen, sha256 } from '../../../lib/handlers/exchange/screen';
import { SETTINGS, World } from './world';

type Given = Parameters<World['handIn']>[1];

const result = (status: string, key = 'inbox/list.csv') =>
  scanResultOf({
    scanStatus: 'COMPLETED',
    s3ObjectDetails: { bucketName: 'staging', objectKey: key, versionId: 'v1' },
    scanResultDetails: { scanResultStatus: status, threats: status === 'THREATS_FOUND' ? [{ name: 'EICAR' }] : null },
  });

async function screened(text: string | Buffer, given: Given = {}, status = 'NO_THREATS_FOUND') {
  const world = new World();
  world.handIn(text, given);
  await screen(result(status, given?.key), world.exchange, SETTINGS);
  return world;
}

describe('what was handed in and scanned', () => {
  test('waits for approval when nothing speaks against it, and is recorded with its hash', async () => {
    const world = await screened('name,district\nLibrary,Sha Tin\n');
    expect(world.records()).toEqual({
      screened: {
        step: 'screened',
        at: '2026-11-26T04:00:00.000Z',
        transfer: 'directory',
        destination: 'sftp://sftp.example.mo/incoming',
        key: 'inbox/list.csv',
        versionId: 'v1',
        bytes: 30,
        sha256: sha256(Buffer.from('name,district\nLibrary,Sha Tin\n')),
      },
    });
    expect([...world.stored.keys()]).toContain('staging/inbox/list.csv?v1');
  });

  test.each<[string, string | Buffer, Given, string, RegExp]>([
    ['malware', 'x', { scan: 'THREATS_FOUND' }, 'THREATS_FOUND', /scan for malware says THREATS_FOUND: EICAR/],
    ['what could not be scanned', 'x', { scan: 'UNSUPPORTED' }, 'UNSUPPORTED', /says UNSUPPORTED/],
    ['what only an event calls clean', 'x', { scan: '' }, 'NO_THREATS_FOUND', /scan for malware says nothing/],
    [
      'another classification',
      'x',
      { level: 'RESTRICTED' },
      'NO_THREATS_FOUND',
      /is classified RESTRICTED: the transfer moves/,
    ],
    ['a marking', 'This paper is RESTRICTED.', {}, 'NO_THREATS_FOUND', /carries the marking RESTRICTED/],
    ['a marking of two words', 'TOP SECRET', {}, 'NO_THREATS_FOUND', /carries the marking TOP SECRET/],
    ['an identity card', 'holder: A123456(3)', {}, 'NO_THREATS_FOUND', /number of an identity card/],
    ['another kind of file', 'x', { key: 'inbox/list.zip' }, 'NO_THREATS_FOUND', /ends in none of \.csv, \.txt/],
    ['bytes that are no text', Buffer.from([0xff, 0xfe]), {}, 'NO_THREATS_FOUND', /no text in UTF-8/],
    ['a zero byte', 'a\0b', {}, 'NO_THREATS_FOUND', /no text in UTF-8/],
    ['too much', 'x'.repeat(1001), {}, 'NO_THREATS_FOUND', /has 1001 bytes: expected at most 1000/],
  ])('goes to quarantine with %s', async (_, text, given, status, because) => {
    const world = await screened(text, given, status);
    expect(Object.keys(world.records())).toEqual(['quarantined']);
    expect(world.records()['quarantined']?.['because']).toMatch(because);
    const names = [...world.stored.keys()];
    expect(names).toContain(`quarantine/v1/${given?.key ?? 'inbox/list.csv'}`);
    expect(names.filter((name) => name.startsWith('staging/'))).toEqual([]);
  });

  test.each(['restricted area ahead', 'A123456(4) has a wrong check digit'])(
    'is not kept back for “%s”',
    async (text) => expect(Object.keys((await screened(text)).records())).toEqual(['screened']),
  );

  test('is judged again without a second record', async () => {
    const world = await screened('a,b');
    world.now = '2026-11-27T00:00:00Z';
    await screen(result('NO_THREATS_FOUND'), world.exchange, SETTINGS);
    expect(world.records()['screened']?.['at']).toBe('2026-11-26T04:00:00.000Z');
  });

  test('is refused from another bucket, and without a version', async () => {
    const { exchange } = new World();
    const other = { ...result('NO_THREATS_FOUND'), bucket: 'another' };
    await expect(screen(other, exchange, SETTINGS)).rejects.toThrow(
      'found an object of another: expected one of staging',
    );
    expect(() => scanResultOf({ s3ObjectDetails: { bucketName: 'staging' } })).toThrow(
      /expected bucket, key and version/,
    );
  });
});
