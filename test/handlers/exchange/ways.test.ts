import { EventEmitter } from 'node:events';
import type { request } from 'node:https';
import { overBatch } from '../../../lib/handlers/exchange/batch';
import { deliverHttps } from '../../../lib/handlers/exchange/deliver-https';
import { settingsFrom } from '../../../lib/handlers/exchange/settings';
import { SETTINGS } from './world';

const sealed = { key: 'v1/1/a b.csv.sealed', name: 'a b.csv.sealed', body: Buffer.from('sealed') };
const identity = { certificate: 'CERT', privateKey: 'KEY' };

/** A web server that answers with a status, or stays silent; it keeps what it was asked. */
function server(status: number | 'silent') {
  const asked: { url?: URL; options?: Record<string, unknown>; body?: unknown } = {};
  const send = (url: URL, options: Record<string, unknown>, answer: (message: object) => void) => {
    Object.assign(asked, { url, options });
    const sent = Object.assign(new EventEmitter(), {
      destroy: (error: Error) => sent.emit('error', error),
      end: (body: unknown) => {
        asked.body = body;
        if (status === 'silent') sent.emit('timeout');
        else answer({ statusCode: status, resume: () => {} });
      },
    });
    return sent;
  };
  return { asked, send: send as unknown as typeof request };
}

describe('delivery over HTTPS', () => {
  test('puts the object under its name, and shows the certificate', async () => {
    const { asked, send } = server(201);
    await expect(deliverHttps(sealed, 'https://files.example.mo/in/', identity, send)).resolves.toBe(
      'files.example.mo answered 201',
    );
    expect(asked.url?.href).toBe('https://files.example.mo/in/a%20b.csv.sealed');
    expect(asked.options).toMatchObject({ method: 'PUT', cert: 'CERT', key: 'KEY', minVersion: 'TLSv1.2' });
    expect(asked.options).not.toHaveProperty('rejectUnauthorized');
    expect(asked.body).toBe(sealed.body);
  });

  test.each([[302], [403], [500]])('fails by the answer %d', async (status) => {
    const { send } = server(status);
    await expect(deliverHttps(sealed, 'https://files.example.mo/', identity, send)).rejects.toThrow(
      `answered ${status}: expected a success`,
    );
  });

  test('fails by silence', async () => {
    const { send } = server('silent');
    await expect(deliverHttps(sealed, 'https://files.example.mo/', identity, send)).rejects.toThrow(
      'was silent for 60 seconds',
    );
  });
});

test('what fails comes again, and hides nothing else', async () => {
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const event = (name: string) => JSON.stringify({ source: 'aws.s3', 'detail-type': 'x', detail: { name } });
  const done: unknown[] = [];
  const Records = ['good', 'bad', 'fine'].map((name) => ({ messageId: name, body: event(name) }));
  const answer = await overBatch({ Records: [...Records, { messageId: 'torn', body: '{' }] }, async ({ detail }) => {
    if (detail['name'] === 'bad') throw new Error('broken');
    done.push(detail['name']);
  });
  expect(done).toEqual(['good', 'fine']);
  expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['bad', 'torn']);
  expect(said.mock.calls[0]?.[0]).toContain('broken');
  said.mockRestore();
});

test('settings come from the environment, or the function does not start', () => {
  expect(settingsFrom({ LIONROCK_EXCHANGE: JSON.stringify(SETTINGS) })).toEqual(SETTINGS);
  expect(() => settingsFrom({})).toThrow('LIONROCK_EXCHANGE is not set');
});
