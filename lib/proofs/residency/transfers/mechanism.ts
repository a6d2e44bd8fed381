/** What people call services, where it is not the name in the resource’s type. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  ApiGateway: ['api'],
  CloudFormation: ['stack'],
  ElasticLoadBalancingV2: ['loadbalancer', 'elb'],
  GlobalAccelerator: ['accelerator'],
  IAM: ['identity'],
  KinesisFirehose: ['firehose'],
  SSM: ['systemsmanager'],
  WAFv2: ['waf', 'webacl'],
};

/**
 * Whether the words of a transfer’s mechanism name a resource type: by the service (`S3 replication`), by what it is called
 * (`VPC peering`), or as such (`AWS::EC2::VPCPeeringConnection`).
 */
export function namesType(mechanism: string, type: string): boolean {
  const said = plain(mechanism);
  const [, service = '', name = ''] = type.split('::');
  if (said.includes(plain(type))) return true;
  const others = mechanism.match(/AWS::\w+::\w+/g) ?? [];
  if (others.length > 0) return false;
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z][a-z]+|\d+/g) ?? [name];
  const names = [service, service.replace(/V\d$/i, ''), words.slice(0, 2).join('')];
  return [...names, ...(CALLED[service] ?? [])].some((text) => text !== '' && said.includes(plain(text)));
}

/** Channels on which messages leave, by the words for them in a mechanism. */
const CHANNELS: Readonly<Record<string, RegExp>> = {
  email: /\be-?mails?\b/i,
  'email-json': /\be-?mails?\b/i,
  http: /\bhttp\b/i,
  https: /\bhttps\b|\bwebhooks?\b/i,
  sms: /\bsms\b|\btext messages?\b/i,
  application: /\bpush\b/i,
};

/** Whether a mechanism that names channels (`SNS subscriptions by e-mail`) names this one; one that names none means all. */
export function namesChannel(mechanism: string, channel: string): boolean {
  const own = CHANNELS[channel];
  return !own || own.test(mechanism) || !Object.values(CHANNELS).some((other) => other.test(mechanism));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
