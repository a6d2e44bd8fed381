import { asText, type Resource } from '../../../../template';
import { uniteRanges, type Ranges } from '../../packets';
import { exactly, type Bounded } from '../bounded';
import { thingOf } from '../gateways';
import { PROTOCOL } from '../protocols';
import { at, get } from '../reading';
import { exitTo, trafficOn } from './exits';
import { departureFrom, frontedBy, internetOf } from './fronts';
import type { Relay } from './relay';
import { portOf, type Standings } from './standing';

const CONFIG = 'VpcOriginEndpointConfig';

/**
 * VPC origins of CloudFront: viewers of a distribution reach a load balancer or an instance that has no public address. The
 * connections come from interfaces, and with a group, that AWS makes: which rules let those in is unknown.
 * Source: Amazon CloudFront developer guide, Restrict access with VPC origins.
 */
export function vpcOriginsOf(standings: Standings): readonly Relay[] {
  const internet = internetOf(standings);
  if (!internet) return [];
  return standings.network.graph.ofType('AWS::CloudFront::VpcOrigin').map((origin) => {
    const clients = exactly(standings.network.book.space.all);
    const doubt = `from which addresses and with which groups CloudFront comes by ${origin.logicalId} is in no template`;
    const leading = { through: [], clients, admits: [], ...departureFrom([], internet, doubt) };
    const targets = at(origin.properties, `${CONFIG}.Arn`).flatMap(({ value }) =>
      frontedBy(standings, value, origin, portsOf(origin), []),
    );
    const exits = targets.map((target) => exitTo(target, PROTOCOL.tcp, leading));
    const traffic = trafficOn(PROTOCOL.tcp, exactly([80, 80, 443, 443]));
    return {
      ...thingOf(origin),
      what: 'CloudFront VPC origin',
      entrances: [internet],
      doors: [{ ...thingOf(origin), what: 'distributions of', traffic, exits }],
    };
  });
}

/** Defaults: 80, 443, `match-viewer`. Source: AWS::CloudFront::VpcOrigin, VpcOriginEndpointConfig. */
function portsOf(origin: Resource): Bounded<Ranges> {
  const policy = asText(get(origin, `${CONFIG}.OriginProtocolPolicy`) ?? 'match-viewer');
  const plain = portOf(get(origin, `${CONFIG}.HTTPPort`), 80);
  const secure = portOf(get(origin, `${CONFIG}.HTTPSPort`), 443);
  if (policy === 'http-only') return plain;
  if (policy === 'https-only') return secure;
  return {
    may: uniteRanges(plain.may, secure.may),
    must: uniteRanges(plain.must, secure.must),
    reasons: [...plain.reasons, ...secure.reasons],
  };
}
