import { request } from 'node:http';
import { Agent } from 'node:https';
import type { AgentOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy of an address by the usual variables: `HTTPS_PROXY` or `ALL_PROXY`, but for the hosts of `NO_PROXY`; each in
 * lower case too.
 * @throws Error when the variable holds no URL of an HTTP proxy.
 */
export function proxyOf(host: string, env: Environment): URL | undefined {
  const proxy = proxyIn(env);
  if (proxy === undefined || isExempt(host, valueOf(env, 'NO_PROXY') ?? '')) return undefined;
  const url = URL.canParse(proxy) ? new URL(proxy) : undefined;
  if (url?.protocol !== 'http:') {
    throw new Error(`HTTPS_PROXY is ${redacted(proxy)}: expected an address such as http://proxy.example.gov.hk:3128`);
  }
  return url;
}

function proxyIn(env: Environment): string | undefined {
  return valueOf(env, 'HTTPS_PROXY') ?? valueOf(env, 'ALL_PROXY');
}

/** A variable that is set to nothing hides no other. */
function valueOf(env: Environment, name: string): string | undefined {
  return env[name.toLowerCase()] || env[name] || undefined;
}

/** Of an address, what holds no password. */
function redacted(proxy: string): string {
  return proxy.replace(/\/\/.*@/, '//***@');
}

function isExempt(host: string, list: string): boolean {
  return list
    .split(/[\s,]+/)
    .map((entry) => entry.replace(/^\*?\./, '').replace(/:\d+$/, ''))
    .some((entry) => entry === '*' || (entry !== '' && (host === entry || host.endsWith(`.${entry}`))));
}

/** Reaches hosts through the proxies that the environment names, or directly where it names none. */
export class ProxyAgent extends Agent {
  constructor(
    private readonly env: Environment,
    options: AgentOptions = {},
  ) {
    super({ keepAlive: true, ...options });
  }

  override createConnection(
    options: AgentOptions & { readonly host?: string },
    callback: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const host = options.host ?? '';
    const proxy = proxyOf(host, this.env);
    if (!proxy) return super.createConnection(options, callback);
    tunnel(proxy, `${host}:${options.port ?? 443}`).then(
      (socket) => callback(null, connect({ ...options, socket, servername: options.servername ?? host })),
      // Node looks at the stream only where there is no error.
      (error: Error) => callback(error, undefined as unknown as Duplex),
    );
    return undefined;
  }
}

function tunnel(proxy: URL, target: string): Promise<Duplex> {
  const { username, password } = proxy;
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  return new Promise((resolve, reject) => {
    const asked = request({
      host: proxy.hostname,
      port: proxy.port || 80,
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...(username === '' ? {} : { 'proxy-authorization': `Basic ${login}` }) },
    });
    asked.once('connect', (response, socket) => {
      if (response.statusCode === 200) resolve(socket);
      else reject(new Error(`the proxy ${proxy.host} answers ${response.statusCode} for ${target}`));
    });
    asked.once('error', (error) => reject(new Error(`the proxy ${proxy.host} cannot be reached: ${error.message}`)));
    asked.end();
  });
}

/** Whether the environment names a proxy at all. */
export function namesProxy(env: Environment): boolean {
  return proxyIn(env) !== undefined;
}
