import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InspectionFirewall, THREAT_RULE_GROUPS, type InspectionOptions } from '../../../constructs/network';
import { NOT_PUBLIC_BLOCKS } from '../../../lib/model';
import { hubNetwork } from './support/hub-network';
import { networkStack, ofType } from './support/network';

const FOLDER = mkdtempSync(join(tmpdir(), 'lionrock-rules-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const ZONES = ['ap-east-1a', 'ap-east-1b'];
const INTERNET = { name: 'internet', cidrs: ['0.0.0.0/0'] };
const RED = { name: 'red/application', cidrs: ['10.64.16.0/24', '10.64.17.0/24'] };
const REASON = 'Needed by the service, and approved';

/** What is no part of the internet: what nobody routes there, which holds the network's own addresses. */
const ELSEWHERE = `[${NOT_PUBLIC_BLOCKS.join(',')}]`;

let files = 0;

function ruleFile(text: string, name = 'house-rules'): { name: string; path: string } {
  files += 1;
  const path = join(FOLDER, `${name}-${files}.rules`);
  writeFileSync(path, text);
  return { name, path };
}

function atHub(options: Partial<InspectionOptions> = {}) {
  const stack = networkStack();
  const firewall = new InspectionFirewall(stack, 'Firewall', {
    transitGatewayId: 'tgw-0123456789abcdef0',
    availabilityZones: ZONES,
    inspected: ['10.64.0.0/16'],
    logs: { bucketName: 'archive' },
    ...options,
  });
  return { stack, firewall };
}

const policyOf = (stack: ReturnType<typeof networkStack>) =>
  ofType(stack, 'AWS::NetworkFirewall::FirewallPolicy')[0]?.['FirewallPolicy'] as Record<string, unknown>;

function textOf(stack: ReturnType<typeof networkStack>, name: string): string[] {
  const group = ofType(stack, 'AWS::NetworkFirewall::RuleGroup').find((found) => found['RuleGroupName'] === name);
  if (!group) throw new Error(`there is no rule group ${name}`);
  const { RulesSource } = group['RuleGroup'] as { RulesSource: { RulesString: string } };
  return RulesSource.RulesString.split('\n').map((line) => line.replace(/ ?(sid:\d+; rev:1;|msg:"[^"]*";)/g, ''));
}

test('a firewall at the hub stands in every availability zone, protected from changes', () => {
  const { stack } = atHub();
  expect(ofType(stack, 'AWS::NetworkFirewall::Firewall')).toMatchObject([
    {
      FirewallName: 'hub-firewall',
      TransitGatewayId: 'tgw-0123456789abcdef0',
      AvailabilityZoneMappings: ZONES.map((AvailabilityZone) => ({ AvailabilityZone })),
      DeleteProtection: true,
      AvailabilityZoneChangeProtection: true,
      FirewallPolicyChangeProtection: true,
    },
  ]);
  expect(ofType(stack, 'AWS::EC2::Route')).toEqual([]);
});

describe('domains', () => {
  const { stack, firewall } = atHub();
  const flow = { id: 'red-out', reason: REASON, domains: ['registry.example.com', '.example.org'] };
  firewall.allow(RED, INTERNET, [443, 80], flow);

  test('are read from TLS and HTTP, after the handshake', () => {
    const from = `[10.64.16.0/23] any -> !${ELSEWHERE}`;
    expect(textOf(stack, 'hub-firewall-domains')).toEqual([
      `pass tls ${from} 443 (ssl_state:client_hello; tls.sni; dotprefix; content:".example.org"; nocase; endswith; flow:to_server,established;)`,
      `pass tls ${from} 443 (ssl_state:client_hello; tls.sni; content:"registry.example.com"; startswith; nocase; endswith; flow:to_server,established;)`,
      `pass tcp ${from} 443 (flow:not_established,to_server;)`,
      `pass http ${from} 80 (http.host; dotprefix; content:".example.org"; nocase; endswith; flow:to_server,established;)`,
      `pass http ${from} 80 (http.host; content:"registry.example.com"; startswith; nocase; endswith; flow:to_server,established;)`,
      `pass tcp ${from} 80 (flow:not_established,to_server;)`,
    ]);
  });

  test('leave nothing else to the default action, which waits for the name', () => {
    expect(textOf(stack, 'hub-firewall-undeclared')).toEqual([
      `drop ip [10.64.0.0/16] any -> ${ELSEWHERE} any (flow:to_server;)`,
      'drop ip ![10.64.0.0/16] any -> any any (flow:to_server;)',
      'drop ip [10.64.0.0/16,!10.64.16.0/23] any -> ![10.64.0.0/16] any (flow:to_server;)',
      'drop tcp [10.64.16.0/23] any -> ![10.64.0.0/16] ![443,80] (flow:to_server;)',
      'drop ip [10.64.16.0/23] any -> ![10.64.0.0/16] any (ip_proto:!TCP; flow:to_server;)',
    ]);
    expect(policyOf(stack)).toMatchObject({
      StatefulDefaultActions: ['aws:drop_established', 'aws:alert_established'],
    });
  });
});

test('what stands beyond lines is no part of the internet, whether told or named by a flow', () => {
  const { stack, firewall } = atHub({ beyond: ['203.0.113.0/24'] });
  firewall.allow(RED, { name: 'offices', cidrs: ['198.51.100.0/24'] }, 443, { id: 'offices', reason: REASON });
  firewall.allow(RED, INTERNET, 8443, { id: 'plain', reason: REASON });
  const [rule] = textOf(stack, 'hub-firewall-internet-flows');
  expect(rule).toMatch(
    /^pass tcp \[10\.64\.16\.0\/23\] any -> !\[.*198\.51\.100\.0\/24,203\.0\.113\.0\/24,.*\] 8443 \(\)$/,
  );
});

test('what drops comes first, then what passes, then what closes', () => {
  const { stack } = hubNetwork('at the hub', {
    ruleFiles: [ruleFile('# old TLS\n\ndrop tls any any -> any any (tls.version:1.0; \\\n  sid:1;)\n')],
    managedRuleGroups: THREAT_RULE_GROUPS,
  });
  const order = policyOf(stack)['StatefulRuleGroupReferences'] as { ResourceArn: object; Priority: number }[];
  const groups = order.map(({ ResourceArn, Priority }) => [
    Priority,
    /stateful-rulegroup\/(\w+)|Firewall(Rules|DeclaredFlows|Domains|Undeclared)/.exec(JSON.stringify(ResourceArn))?.[0],
  ]);
  expect(groups).toEqual([
    [100, 'FirewallRules'],
    ...THREAT_RULE_GROUPS.map((name, index) => [500 + index, `stateful-rulegroup/${name}`]),
    [1000, 'FirewallDeclaredFlows'],
    [2000, 'FirewallDomains'],
    [3000, 'FirewallUndeclared'],
  ]);
  expect(JSON.stringify(order)).toContain('{"Ref":"AWS::Partition"},":network-firewall:ap-east-1:aws-managed:');
  expect(textOf(stack, 'hub-firewall-house-rules')).toEqual(['drop tls any any -> any any (tls.version:1.0; sid:1;)']);
});

test('decrypts on request what leaves and what comes in, drops revoked certificates, and records it', () => {
  const certificate = (id: string) => `arn:aws:acm:ap-east-1:111122223333:certificate/${id}`;
  const { stack } = atHub({
    tls: { certificateAuthorityArn: certificate('ca'), serverCertificateArns: [certificate('server')] },
  });
  expect(ofType(stack, 'AWS::NetworkFirewall::TLSInspectionConfiguration')).toMatchObject([
    {
      TLSInspectionConfiguration: {
        ServerCertificateConfigurations: [
          {
            CertificateAuthorityArn: certificate('ca'),
            CheckCertificateRevocationStatus: { RevokedStatusAction: 'DROP', UnknownStatusAction: 'DROP' },
            ServerCertificates: [{ ResourceArn: certificate('server') }],
            Scopes: [
              { Sources: [{ AddressDefinition: '10.64.0.0/16' }], DestinationPorts: [{ FromPort: 443, ToPort: 443 }] },
              { Destinations: [{ AddressDefinition: '10.64.0.0/16' }] },
            ],
          },
        ],
      },
    },
  ]);
  expect(policyOf(stack)).toMatchObject({ EnableTLSSessionHolding: true, TLSInspectionConfigurationArn: {} });
  expect(JSON.stringify(ofType(stack, 'AWS::NetworkFirewall::LoggingConfiguration'))).toContain('"LogType":"TLS"');
});

describe('refuses', () => {
  const drop = 'drop tcp any any -> any 23 (sid:1;)';
  test.each<[string, Partial<InspectionOptions>, RegExp]>([
    [
      'a managed group for another order',
      { managedRuleGroups: ['MalwareDomainsActionOrder'] },
      /found "MalwareDomainsActionOrder", expected a group for strict order/,
    ],
    [
      'a managed group twice',
      { managedRuleGroups: ['MalwareDomainsStrictOrder', 'MalwareDomainsStrictOrder'] },
      /found MalwareDomainsStrictOrder twice/,
    ],
    [
      'a rule file that is not there',
      { ruleFiles: [{ name: 'none', path: '/nowhere/at.rules' }] },
      /\[Network\/Firewall\] ruleFiles none: cannot read \/nowhere\/at.rules/,
    ],
    ['a rule file without a rule', { ruleFiles: [ruleFile('# nothing\n')] }, /found no rule/],
    [
      'a line that is no rule',
      { ruleFiles: [ruleFile('drop everything')] },
      /line 1: found "drop everything", expected a rule/,
    ],
    [
      'a rule that passes',
      { ruleFiles: [ruleFile('pass tcp any any -> any any (sid:7;)')] },
      /passes traffic, expected drop, reject, alert: declare a flow/,
    ],
    [
      'an action of another engine',
      { ruleFiles: [ruleFile('log tcp any any -> any any (sid:7;)')] },
      /found the action "log"/,
    ],
    [
      'a priority',
      { ruleFiles: [ruleFile('drop tcp any any -> any 23 (priority:1; sid:1;)')] },
      /found `priority`, expected none/,
    ],
    ['a rule without an id', { ruleFiles: [ruleFile('drop tcp any any -> any 24 (msg:"x";)')] }, /found no sid/],
    ['an id twice', { ruleFiles: [ruleFile(`${drop}\n${drop}`)] }, /found sid 1 twice/],
    [
      'more rules than the group takes',
      { ruleFiles: [{ ...ruleFile(`${drop}\n${drop} `), capacity: 1 }] },
      /found 2 rules .* expected at most 1/,
    ],
    ['two files of one name', { ruleFiles: [ruleFile(drop), ruleFile(drop)] }, /ruleFiles: found house-rules twice/],
    ['TLS without a certificate', { tls: {} }, /tls: found no certificate/],
    [
      'a certificate of another service',
      { tls: { certificateAuthorityArn: 'arn:aws:iam::111122223333:ca' } },
      /found "arn:aws:iam::111122223333:ca", expected the ARN of a certificate in ACM/,
    ],
    [
      'no port of TLS',
      { tls: { serverCertificateArns: ['arn:aws:acm:ap-east-1:111122223333:certificate/a'], ports: [0] } },
      /ports: found 0, expected 1 to 65535/,
    ],
  ])('%s', (_, options, message) => {
    expect(() => atHub(options)).toThrow(message);
  });

  test.each<[string, Parameters<InspectionFirewall['allow']>, RegExp]>([
    [
      'domains inside',
      [RED, { name: 'blue/data', cidrs: ['10.64.32.0/24'] }, 443, { reason: REASON, domains: ['a.example.com'] }],
      /names domains and leads to blue\/data, expected the internet/,
    ],
    [
      'domains over UDP',
      [RED, INTERNET, 443, { reason: REASON, protocol: 'udp', domains: ['a.example.com'] }],
      /found protocol udp, expected tcp/,
    ],
    [
      'a wildcard',
      [RED, INTERNET, 443, { reason: REASON, domains: ['*.example.com'] }],
      /domains.*expected a name in lower case such as api.example.com/,
    ],
  ])('%s', (_, args, message) => {
    expect(() => atHub().firewall.allow(...args)).toThrow(message);
  });

  test('a zone twice, and two places at once', () => {
    expect(() => atHub({ availabilityZones: ['ap-east-1a', 'ap-east-1a'] } as object)).toThrow(
      /found ap-east-1a twice/,
    );
    expect(() => atHub({ zone: {} } as object)).toThrow(/found both a zone and a transit gateway/);
  });

  test('one flow to domains twice', () => {
    const { firewall } = atHub();
    const declare = () => firewall.allow(RED, INTERNET, 443, { id: 'out', reason: REASON, domains: ['a.example.com'] });
    declare();
    expect(declare).toThrow(/flow "out" is declared twice/);
  });
});
