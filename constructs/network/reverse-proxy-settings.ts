import { stringify } from 'yaml';

/** A host name that the proxy passes on. */
export interface ProxiedHost {
  readonly hostname: string;
  /** IPv4 addresses of the service. */
  readonly addresses: readonly string[];
  readonly port: number;
  /** Path that answers 200 when the service is healthy. */
  readonly healthCheckPath: string;
}

export interface ProxySettings {
  readonly hosts: readonly ProxiedHost[];
  /** Port on which the proxy listens. */
  readonly port: number;
  /** Path on which the proxy itself says that it is there, under no published name. */
  readonly ownHealthPath: string;
  /** File of the image with the authorities that certificates of services must come from. */
  readonly authorities: string;
  /** Variables that hold the proxy's own certificate and its key, as PEM. */
  readonly variables: { readonly certificate: string; readonly privateKey: string };
}

const EXTENSIONS = 'type.googleapis.com/envoy.extensions';
const PROTOCOLS = { tls_minimum_protocol_version: 'TLSv1_2', tls_maximum_protocol_version: 'TLSv1_3' };
/** That of the load balancer: what it has given up, nobody waits for. */
const IDLE = '60s';

/**
 * Settings of Envoy as one text: what it listens to, where it leads, nothing else; no administration interface. Equal
 * parts stand once, as anchors, since the definition of a task has room for 64 KiB.
 * Source: Envoy API v3; hardening by "Configuring Envoy as an edge proxy" of its documentation.
 */
export function proxySettings(settings: ProxySettings): string {
  const ways = new ServiceWays(settings.authorities);
  const document = {
    static_resources: {
      listeners: [listener(settings)],
      clusters: settings.hosts.map((host) => ways.to(host)),
    },
    overload_manager: {
      resource_monitors: [
        {
          name: 'envoy.resource_monitors.global_downstream_max_connections',
          typed_config: {
            '@type': `${EXTENSIONS}.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig`,
            max_active_downstream_connections: 10_000,
          },
        },
      ],
    },
  };
  return stringify(document, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
    defaultStringType: 'QUOTE_SINGLE',
    defaultKeyType: 'PLAIN',
  }).trim();
}

function listener(settings: ProxySettings): object {
  const { certificate, privateKey } = settings.variables;
  return {
    name: 'https',
    address: { socket_address: { address: '0.0.0.0', port_value: settings.port } },
    per_connection_buffer_limit_bytes: 32_768,
    filter_chains: [
      {
        transport_socket: {
          name: 'envoy.transport_sockets.tls',
          typed_config: {
            '@type': `${EXTENSIONS}.transport_sockets.tls.v3.DownstreamTlsContext`,
            common_tls_context: {
              tls_params: PROTOCOLS,
              tls_certificates: [
                {
                  certificate_chain: { environment_variable: certificate },
                  private_key: { environment_variable: privateKey },
                },
              ],
            },
          },
        },
        filters: [
          {
            name: 'envoy.filters.network.http_connection_manager',
            typed_config: {
              '@type': `${EXTENSIONS}.filters.network.http_connection_manager.v3.HttpConnectionManager`,
              ...requests(),
              route_config: { virtual_hosts: virtualHosts(settings) },
            },
          },
        ],
      },
    ],
  };
}

/** How requests are read: strictly, so that proxy and service never read one differently. */
function requests(): object {
  return {
    stat_prefix: 'ingress',
    use_remote_address: true,
    // The load balancer says whom it answers; what the visitor wrote before is not believed.
    xff_num_trusted_hops: 1,
    normalize_path: true,
    merge_slashes: true,
    path_with_escaped_slashes_action: 'REJECT_REQUEST',
    strip_any_host_port: true,
    common_http_protocol_options: { headers_with_underscores_action: 'REJECT_REQUEST', idle_timeout: '75s' },
    request_headers_timeout: '10s',
    stream_idle_timeout: IDLE,
    server_header_transformation: 'PASS_THROUGH',
    access_log: [
      {
        name: 'envoy.access_loggers.stdout',
        typed_config: {
          '@type': `${EXTENSIONS}.access_loggers.stream.v3.StdoutAccessLog`,
          log_format: { json_format: LOGGED },
        },
      },
    ],
    http_filters: [
      {
        name: 'envoy.filters.http.router',
        typed_config: { '@type': `${EXTENSIONS}.filters.http.router.v3.Router` },
      },
    ],
  };
}

/** Paths and queries, which may say who somebody is, are in the load balancer's log, under the same trace. */
const LOGGED = {
  time: '%START_TIME%',
  host: '%REQ(:AUTHORITY)%',
  method: '%REQ(:METHOD)%',
  status: '%RESPONSE_CODE%',
  reason: '%RESPONSE_FLAGS%',
  client: '%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%',
  service: '%UPSTREAM_HOST%',
  milliseconds: '%DURATION%',
  received: '%BYTES_RECEIVED%',
  sent: '%BYTES_SENT%',
  trace: '%REQ(X-AMZN-TRACE-ID)%',
};

function virtualHosts({ hosts, ownHealthPath }: ProxySettings): object[] {
  const anything = { prefix: '/' };
  const again = { retry_on: 'connect-failure', num_retries: 1 };
  return [
    ...hosts.map(({ hostname }) => ({
      name: hostname,
      domains: [hostname],
      routes: [{ match: anything, route: { cluster: hostname, timeout: IDLE, retry_policy: again } }],
    })),
    {
      name: 'others',
      domains: ['*'],
      routes: [
        { match: { path: ownHealthPath }, direct_response: { status: 200 } },
        { match: anything, direct_response: { status: 404 } },
      ],
    },
  ];
}

/** Ways on to services: by TLS, to who has a certificate for the name that was asked for. */
class ServiceWays {
  private readonly healthChecks = new Map<string, readonly object[]>();
  private readonly tls: object;
  private readonly http = {
    'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
      '@type': `${EXTENSIONS}.upstreams.http.v3.HttpProtocolOptions`,
      upstream_http_protocol_options: { auto_sni: true, auto_san_validation: true },
      explicit_http_config: { http_protocol_options: {} },
    },
  };

  constructor(authorities: string) {
    this.tls = {
      name: 'envoy.transport_sockets.tls',
      typed_config: {
        '@type': `${EXTENSIONS}.transport_sockets.tls.v3.UpstreamTlsContext`,
        common_tls_context: {
          tls_params: PROTOCOLS,
          validation_context: { trusted_ca: { filename: authorities } },
        },
      },
    };
  }

  to({ hostname, addresses, port, healthCheckPath }: ProxiedHost): object {
    return {
      // Also the name that health checks ask for.
      name: hostname,
      connect_timeout: '5s',
      transport_socket: this.tls,
      typed_extension_protocol_options: this.http,
      health_checks: this.healthCheck(healthCheckPath),
      load_assignment: {
        cluster_name: hostname,
        endpoints: [
          {
            lb_endpoints: addresses.map((address) => ({
              endpoint: { address: { socket_address: { address, port_value: port } } },
            })),
          },
        ],
      },
    };
  }

  private healthCheck(path: string): readonly object[] {
    const check = { timeout: '5s', interval: '15s', unhealthy_threshold: 2, healthy_threshold: 2 };
    const known = this.healthChecks.get(path) ?? [{ ...check, http_health_check: { path } }];
    this.healthChecks.set(path, known);
    return known;
  }
}
