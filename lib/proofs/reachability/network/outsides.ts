import { asText, type Resource } from '../../../template';
import { blockOf } from '../addresses';
import { uniteRanges } from '../packets';
import { LATTICE, latticeAssociations } from './lattice-addresses';
import type { Layout } from './layout';
import type { Outside, Thing, TransitGateway } from './model';
import { get, originOf } from './reading';
import { serviceOf } from './services';

/** Key of the outside that is the internet. */
export const INTERNET = 'internet';

/** Everything outside of VPCs: the internet, services of AWS, and networks behind gateways. */
export function outsidesOf(
  layout: Layout,
  transit: ReadonlyMap<string, TransitGateway>,
  edges: readonly Thing[],
): readonly Outside[] {
  const { book, gateways, graph } = layout;
  const nowhere = { template: '', logicalId: '' };
  const anywhere = uniteRanges(
    ...['0.0.0.0/0', '::/0'].flatMap((text) => {
      const block = blockOf(text);
      return block ? [book.space.vacant(block)] : [];
    }),
  );
  const internet = {
    key: INTERNET,
    name: 'the internet',
    origin: nowhere,
    kind: 'internet' as const,
    addresses: book.internet,
  };
  const services = graph
    .ofType('AWS::EC2::VPCEndpoint')
    .filter(isGatewayEndpoint)
    .map((resource) => {
      const service = serviceOf(resource);
      return {
        key: `service ${service}`,
        name: `service ${service}`,
        origin: originOf(resource),
        kind: 'service' as const,
        addresses: book.service(service),
      };
    });
  const networks = [
    ...gateways.virtual,
    ...edges,
    ...gateways.peerings.filter(
      ({ vpcs }) => !vpcs.every(({ options }) => options.every((key) => isKnown(layout, key))),
    ),
    ...[...transit.values()].flatMap((gateway) => [
      ...(isComplete(gateway) ? [] : [gateway]),
      ...gateway.attachments.filter(({ kind }) => kind === 'outside'),
    ]),
  ].map((thing) => ({
    key: `beyond ${thing.key}`,
    name: `the network beyond ${thing.name}`,
    origin: thing.origin,
    kind: 'network' as const,
    addresses: anywhere,
    ...('zone' in thing && typeof thing.zone === 'string' ? { zone: thing.zone } : {}),
  }));
  return [internet, ...services, ...latticeOf(layout), ...networks];
}

/** VPC Lattice, where some VPC is associated with a service network. */
function latticeOf({ graph, book }: Layout): readonly Outside[] {
  const [association] = latticeAssociations(graph).values();
  const origin = association && originOf(association);
  return origin ? [{ key: LATTICE, name: LATTICE, origin, kind: 'service', addresses: book.lattice }] : [];
}

function isGatewayEndpoint(resource: Resource): boolean {
  return (asText(get(resource, 'VpcEndpointType')) ?? 'Gateway') === 'Gateway';
}

function isKnown(layout: Layout, vpc: string): boolean {
  return layout.survey.vpcs.get(vpc)?.resource !== undefined;
}

/** Whether everything that a transit gateway's routes lead to is in the templates. */
function isComplete({ known, attachments }: TransitGateway): boolean {
  const keys = new Set(attachments.map(({ key }) => key));
  const targets = attachments.flatMap(({ tables }) =>
    tables.options.flatMap(({ routes }) => routes.map(({ target }) => target)),
  );
  return (
    known &&
    targets.every((target) => target.kind === 'nowhere' || (target.kind === 'attachment' && keys.has(target.key)))
  );
}
