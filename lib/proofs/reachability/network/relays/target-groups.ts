import { asText, isMap, Unknown, type Resource, type Value } from '../../../../template';
import type { Bounded } from '../bounded';
import type { Ranges } from '../../packets';
import { at, get, namedBy } from '../reading';
import { portOf, type Standings } from './standing';
import { Registered } from './registered';
import type { Target } from './target';

/** What stands behind target groups, of load balancers and of VPC Lattice: what they name, and what registers by itself. */
export class TargetGroups {
  readonly registered: Registered;

  constructor(private readonly standings: Standings) {
    this.registered = new Registered(standings);
  }

  /** Targets that are registered at run time, such as those of Kubernetes, stand in no template. */
  targets(group: Resource): readonly Target[] {
    const port = portOf(group.properties['Port'], at(group.properties, 'Config.Port')[0]?.value);
    const listed = at(group.properties, 'Targets[]').flatMap(({ value, sure }) => {
      const reasons = sure ? [] : [`whether ${group.logicalId} has a target is decided at deployment`];
      return this.listed(group, value, port, reasons);
    });
    return [...listed, ...this.registered.targets(group, port)];
  }

  private listed(group: Resource, value: Value, port: Bounded<Ranges>, reasons: readonly string[]): readonly Target[] {
    const id = isMap(value) ? value['Id'] : value;
    const own = isMap(value) && value['Port'] !== undefined ? portOf(value['Port']) : port;
    if (isCalled(group)) return this.called(id, group, reasons);
    const found = this.standings.follow(id);
    if (found) return [this.standings.target(found, own, reasons)];
    const text = asText(id);
    if (text !== undefined) return this.standings.at(text, group, own, reasons);
    const reason = id instanceof Unknown ? id.reason : `a target of ${group.logicalId} is not known`;
    return [this.standings.any(vpcOf(group), group, own, [...reasons, reason])];
  }

  /** A function, also by the name of an alias or a version. */
  private called(id: Value | undefined, group: Resource, reasons: readonly string[]): readonly Target[] {
    const found = this.standings.follow(id);
    const named = found && this.standings.follow(found.properties['FunctionName']);
    if (found) return [this.standings.target(named ?? found, undefined, reasons)];
    if (!(id instanceof Unknown)) return [];
    return [this.standings.any(vpcOf(group), group, undefined, [...reasons, id.reason])];
  }
}

function isCalled(group: Resource): boolean {
  return asText(get(group, 'TargetType') ?? get(group, 'Type'))?.toLowerCase() === 'lambda';
}

function vpcOf(group: Resource): string | undefined {
  const [named] = namedBy(group.properties['VpcId'] ?? at(group.properties, 'Config.VpcIdentifier')[0]?.value, group);
  return named?.key;
}
