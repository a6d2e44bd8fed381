/** One fault of the engine: a text of one of its files, and what stands there instead. */
export interface Bug {
  readonly name: string;
  /** Below lib/proofs/reachability. */
  readonly file: string;
  /** Occurs once in the file. */
  readonly find: string;
  readonly replace: string;
}

/** Mistakes that are easily made, one for each rule of AWS that they break. All must be caught. */
export const BUGS: readonly Bug[] = [
  {
    name: 'network ACL entries in the wrong order',
    file: 'network/acls.ts',
    find: '(a, b) => a.number - b.number',
    replace: '(a, b) => b.number - a.number',
  },
  {
    name: 'network ACLs that remember connections',
    file: 'engine/course.ts',
    find: 'if (!first) return',
    replace: 'if (!first || this.options.isReply) return',
  },
  {
    name: 'network ACL of outbound traffic by inbound entries',
    file: 'network/acls.ts',
    find: 'outbound: compiled(own, true)',
    replace: 'outbound: compiled(own, false)',
  },
  {
    name: 'network ACL of a transit attachment left out',
    file: 'engine/transit.ts',
    find: 'router.enter(own, packets, after, (passed, next) => router.send(at, passed, next));',
    replace: 'router.send(at, packets, after);',
  },
  {
    name: 'shortest prefix first',
    file: 'network/compile-routes.ts',
    find: '(b.prefix ?? 0) - (a.prefix ?? 0)',
    replace: '(a.prefix ?? 0) - (b.prefix ?? 0)',
  },
  {
    name: 'propagated routes before static ones',
    file: 'network/compile-routes.ts',
    find: '{ fixed: 0, prefixList: 1, propagated: 2 }',
    replace: '{ fixed: 2, prefixList: 1, propagated: 0 }',
  },
  {
    name: 'transit blackholes overlooked',
    file: 'network/transit.ts',
    find: "asBoolean(get(resource, 'Blackhole')) === true",
    replace: "asBoolean(get(resource, 'Blackhole')) === undefined && false",
  },
  {
    name: 'secondary blocks of a VPC not propagated',
    file: 'network/announced.ts',
    find: 'vpc.blocks.map((block) =>',
    replace: 'vpc.blocks.slice(0, 1).map((block) =>',
  },
  {
    name: 'transit attachments reached from every zone',
    file: 'engine/transit.ts',
    find: 'return open ? lane(router, subnets) : [];',
    replace: 'return lane(router, subnets);',
  },
  {
    name: 'transit attachments left in any zone',
    file: 'engine/transit.ts',
    find: 'if (same.length > 0 && applianceMode === false) return same;',
    replace: 'if (same.length > subnets.length) return same;',
  },
  {
    name: 'security groups named across a transit gateway',
    file: 'network/transit.ts',
    find: "asText(get(resource, 'SecurityGroupReferencingSupport')) === 'enable'",
    replace: "asText(get(resource, 'SecurityGroupReferencingSupport')) !== 'disable'",
  },
  {
    name: 'implicit egress rule kept beside written ones',
    file: 'network/groups.ts',
    find: 'egress: free ? [open] : [...egress, ...apart]',
    replace: 'egress: [open, ...egress, ...apart]',
  },
  {
    name: 'port ranges of security groups one too long',
    file: 'network/groups.ts',
    find: '[{ protocol, port: [from, to] }]',
    replace: '[{ protocol, port: [from, to + 1] }]',
  },
  {
    name: 'default security group open to all',
    file: 'network/groups.ts',
    find: 'addresses: exactly(NONE), groups: [key] }',
    replace: 'addresses: exactly(this.book.space.all), groups: [key] }',
  },
  {
    name: 'private NAT gateways with a way to the internet',
    file: 'engine/internet.ts',
    find: 'isPublic === true ||',
    replace: "isPublic !== 'unknown' ||",
  },
  {
    name: 'internet gateway open to private addresses',
    file: 'engine/internet.ts',
    find: 'const addressed = restrict(allowed, { source: publicPoints(router, vpc) });',
    replace: 'const addressed = allowed;',
  },
  {
    name: 'IPv6 propagated by transit attachments that do not support it',
    file: 'network/announced.ts',
    find: 'if (announcesSix === false) return exactly(NONE);',
    replace: '',
  },
  {
    name: 'the internet at IPv6 addresses of subnets',
    file: 'network/address-book.ts',
    find: 'subtractRanges(six, here)',
    replace: 'six',
  },
  {
    name: 'NAT gateways with IPv6 addresses',
    file: 'network/stated-addresses.ts',
    find: "|| resource.type === 'AWS::EC2::NatGateway'",
    replace: '',
  },
  {
    name: 'egress-only gateways that let in answers to what they never saw',
    file: 'engine/inbound.ts',
    find: 'leadingTo(subnet, gateway, router.options.mode)',
    replace: 'router.network.book.space.all',
  },
];
