import { createServer, type Server } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { namesProxy, ProxyAgent, proxyOf } from '../../lib/deploy/aws/proxy-agent';

describe('the proxy of a host', () => {
  const proxied = { HTTPS_PROXY: 'http://proxy.example:3128' };
  it.each<[string, string, Record<string, string>, string | undefined]>([
    ['is none where none is named', 'sts.ap-east-1.amazonaws.com', {}, undefined],
    ['is that of HTTPS_PROXY', 'sts.ap-east-1.amazonaws.com', proxied, 'proxy.example:3128'],
    ['is that of https_proxy before it', 'a.example', { ...proxied, https_proxy: 'http://low:1' }, 'low:1'],
    ['is that of ALL_PROXY where nothing else is named', 'a.example', { ALL_PROXY: 'http://all:1' }, 'all:1'],
    ['is none for a host of NO_PROXY', 'vpce.example', { ...proxied, NO_PROXY: 'x, vpce.example:443' }, undefined],
    ['is none below a domain of NO_PROXY', 'sts.amazonaws.com', { ...proxied, no_proxy: '.amazonaws.com' }, undefined],
    [
      'is there for a host that only ends alike',
      'myamazonaws.com',
      { ...proxied, no_proxy: 'amazonaws.com' },
      'proxy.example:3128',
    ],
    ['is none for all', 'a.example', { ...proxied, NO_PROXY: '*' }, undefined],
  ])('%s', (_, host, env, expected) => {
    expect(proxyOf(host, env)?.host).toBe(expected);
    expect(namesProxy(env)).toBe(Object.keys(env).some((name) => /_proxy$/i.test(name) && !/^no/i.test(name)));
  });

  it('is not hidden by an empty variable in the other case', () => {
    const env = { HTTPS_PROXY: '', https_proxy: 'http://low:1' };
    expect(proxyOf('a.example', env)?.host).toBe('low:1');
    expect(namesProxy(env)).toBe(true);
    expect(namesProxy({ HTTPS_PROXY: '' })).toBe(false);
  });

  it('must be an HTTP proxy; its password is not told', () => {
    const env = { HTTPS_PROXY: 'socks5://me:secret@proxy.example:1080' };
    expect(() => proxyOf('a.example', env)).toThrow(
      'HTTPS_PROXY is socks5://***@proxy.example:1080: expected an address',
    );
  });
});

describe('a request through a proxy', () => {
  let proxy: Server;
  let port = 0;
  const asked: { readonly target: string | undefined; readonly login: string | undefined }[] = [];
  let status = 200;

  beforeAll(async () => {
    proxy = createServer();
    proxy.on('connect', (message, socket) => {
      asked.push({ target: message.url, login: message.headers['proxy-authorization'] });
      // A server does not count tunnels among its own: left open, one keeps it from closing.
      socket.on('error', () => undefined);
      socket.end(status === 200 ? 'HTTP/1.1 200 OK\r\n\r\n' : `HTTP/1.1 ${status} No\r\n\r\n`);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    ({ port } = proxy.address() as AddressInfo);
  });
  afterAll(() => proxy.close());

  function ask(): Promise<Error> {
    const agent = new ProxyAgent({ HTTPS_PROXY: `http://me:p%40ss@127.0.0.1:${port}` });
    return new Promise((resolve) => {
      const sent = request({ host: 'sts.ap-east-1.amazonaws.com', path: '/', agent }, () => undefined);
      sent.on('error', resolve);
      sent.end();
    });
  }

  it('asks it for a tunnel to the host, with the login of the address', async () => {
    // The proxy hangs up after it agreed, so that the handshake fails: what matters is what it was asked for.
    await ask();
    const login = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    expect(asked.at(-1)).toEqual({ target: 'sts.ap-east-1.amazonaws.com:443', login });
  });

  it('fails with what the proxy says', async () => {
    status = 407;
    expect((await ask()).message).toBe(`the proxy 127.0.0.1:${port} answers 407 for sts.ap-east-1.amazonaws.com:443`);
  });

  it('fails where no proxy answers', async () => {
    const free = await freePort();
    const agent = new ProxyAgent({ HTTPS_PROXY: `http://127.0.0.1:${free}` });
    const error = await new Promise<Error>((resolve) => {
      request({ host: 'a.example', agent }, () => undefined)
        .on('error', resolve)
        .end();
    });
    expect(error.message).toMatch(/^the proxy 127\.0\.0\.1:\d+ cannot be reached/);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
