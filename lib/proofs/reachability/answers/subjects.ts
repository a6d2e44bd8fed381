import { NAMED_SETS, nearest } from '../../../model';
import { blockOf } from '../addresses';
import { isTranslated, relaysOf, type Network, type Place } from '../network';
import { intersectRanges } from '../packets';
import { INSPECTION, inspectionOf, keysOf, standingIn } from './avoidable';
import { QuestionError } from './question';
import { namedSet } from './named-set';
import { subjectOf, type Subject } from './subject';
import type { Zone } from './zones';

/** Addresses at which the host of each instance, and nothing in the network, gives that instance's metadata. */
const METADATA = /^(169\.254\.169\.254(\/32)?|fd00:ec2::254(\/128)?)$/i;
const METADATA_REMEDY =
  'no packet crosses a network for the address of instance metadata: each host answers its own instances. ' +
  'Ask about instance-metadata, that is instances which give it to programs without a token';

/** Finds what a name in a question stands for. */
export class Subjects {
  constructor(
    private readonly network: Network,
    private readonly zones: readonly Zone[],
  ) {}

  /** @throws QuestionError when the templates have nothing of that name, or nothing that packets come from or go to. */
  find(name: string): Subject {
    const zones = this.zones.filter((zone) => zone.name === name || zone.local === name);
    if (zones.length > 0) return subjectOf({ ends: zones.flatMap(({ ends }) => ends) });
    const set = NAMED_SETS.find((own) => own === name);
    if (set) return namedSet(set, this.network, this.zones);
    if (METADATA.test(name)) throw new QuestionError(METADATA_REMEDY);
    return blockOf(name) ? this.within(name) : this.resource(name);
  }

  /**
   * Keys of what a way has to go around: of every firewall, of something by its name, or of all that stands in a zone.
   * @throws QuestionError when no way could lead over what is named.
   */
  avoided(name: string): ReadonlySet<string> {
    if (name === INSPECTION) return inspectionOf(this.network);
    const zones = this.zones.filter((zone) => zone.name === name || zone.local === name);
    const own = zones.length > 0 ? standingIn(this.network, zones) : keysOf(this.network, this.named(name).key);
    if (own.length > 0) return new Set(own);
    throw new QuestionError(
      `no way leads over ${name}: avoid inspection, a zone, a gateway, a firewall or an instance`,
    );
  }

  private within(text: string): Subject {
    const block = blockOf(text);
    if (block && isTranslated(block)) throw new QuestionError(translatedRemedy(text));
    const { book, outsides, subnets } = this.network;
    const own = block ? book.space.within(block) : [];
    const places = [...subnets.values()].flatMap((subnet) => {
      const held = subnet.places.filter(({ points }) => intersectRanges(points, own).length > 0);
      const resources = held.filter(({ kind }) => kind === 'resource');
      return resources.length > 0 ? resources : held.filter(({ kind }) => kind === 'host');
    });
    const beyond = [...outsides.values()].filter(({ addresses }) => intersectRanges(addresses, own).length > 0);
    return { ends: [...places, ...beyond], addresses: own };
  }

  private resource(name: string): Subject {
    const { key, type = 'a resource' } = this.named(name);
    const places = this.placesOf(key);
    const called = isCalled(this.network, key) ? { called: key } : {};
    if (places.length > 0 || called.called !== undefined) return { ...subjectOf({ ends: places }), ...called };
    throw new QuestionError(
      `${name} is ${type}, which has no network interface in a subnet of these templates: ` +
        'ask about something that has one, a subnet, a VPC, a security group, a zone or an address block',
    );
  }

  /** The one resource of a name. */
  private named(name: string): { readonly key: string; readonly type: string | undefined } {
    const mark = name.lastIndexOf('#');
    const logicalId = name.slice(mark + 1);
    const path = mark < 0 ? undefined : name.slice(0, mark);
    const found = this.network.graph.templates.filter(
      (template) => (path === undefined || isPath(template.path, path)) && template.resource(logicalId) !== undefined,
    );
    const [first, ...others] = found;
    if (!first) throw new QuestionError(this.unknownName(name, logicalId));
    if (others.length > 0) throw new QuestionError(ambiguous(name, logicalId, found));
    return { key: `${first.path}#${logicalId}`, type: first.resource(logicalId)?.type };
  }

  /** What has interfaces: the resource itself, or what stands in a subnet or a VPC, or wears a group. */
  private placesOf(key: string): readonly Place[] {
    const { places, subnets, vpcs, nats } = this.network;
    const own = places.filter((place) => place.kind === 'resource' && place.key.startsWith(`${key} in `));
    if (own.length > 0) return own;
    const nat = nats.get(key);
    if (nat) return [nat.place];
    const subnet = subnets.get(key);
    const inside = subnet ? [subnet] : (vpcs.get(key)?.subnets ?? []);
    if (inside.length > 0) return standing(inside.flatMap((item) => item.places));
    return places.filter(({ groups }) => groups.groups.some((group) => group.key === key));
  }

  private unknownName(name: string, logicalId: string): string {
    const ids = this.network.graph.templates.flatMap((template) =>
      template.resources.map((resource) => resource.logicalId),
    );
    const names = this.zones.flatMap((zone) => [zone.name, zone.local]);
    const near = nearest(name, names) ?? nearest(logicalId, ids);
    const zones = [...new Set(this.zones.map((zone) => zone.name))];
    const listed = zones.slice(0, 8).join(', ') + (zones.length > 8 ? ` and ${zones.length - 8} more` : '');
    return (
      `there is no zone and no resource "${name}" in these templates${near === undefined ? '' : `: did you mean ${near}?`}; ` +
      `ask about a logical id, TEMPLATE#LogicalId, an address block, or a zone (${listed})`
    );
  }
}

function ambiguous(name: string, logicalId: string, found: readonly { readonly path: string }[]): string {
  const [first, ...others] = found.map(({ path }) => `${path}#${logicalId}`);
  return `${name} stands in ${found.length} templates: say which, as in ${first} (also: ${others.join(', ')})`;
}

function isCalled(network: Network, key: string): boolean {
  const exits = relaysOf(network).flatMap(({ doors }) => doors.flatMap((door) => door.exits));
  return exits.some(({ target, traffic }) => target.key === key && traffic === undefined);
}

function standing(places: readonly Place[]): readonly Place[] {
  const resources = places.filter(({ kind }) => kind === 'resource');
  return resources.length > 0 ? resources : places.filter(({ kind }) => kind === 'host');
}

function translatedRemedy(text: string): string {
  return (
    `${text} is how clients with IPv6 write an IPv4 address for a NAT gateway to translate (DNS64): ` +
    'ask about the IPv4 address; ways through NAT gateways by IPv6 are among the answers'
  );
}

/** A template may be named by the end of its path. */
function isPath(path: string, given: string): boolean {
  const plain = given.replace(/^\.\//, '');
  return (
    path === plain || path.endsWith(`/${plain}`) || path.replace(/(\.template)?\.[^./]+$/, '').endsWith(`/${plain}`)
  );
}
