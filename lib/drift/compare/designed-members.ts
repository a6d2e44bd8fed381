import type { Graph, Resource } from '../../template';
import type { MemberKind } from '../collection';
import type { Difference } from '../difference';
import { isJsonList, isJsonMap, scalarText, type Json, type JsonMap } from '../json';
import { concrete, Open, type Parameters } from '../names/concrete';
import type { DeployedNames } from '../names/deployed-names';
import { placeOf, type Subject } from './compare-thing';
import type { Own } from './fits-policy';

/** A member as a template has it: as a resource of its own, or inside its owner. */
export interface DesignedMember {
  readonly kind: MemberKind;
  readonly subject: Pick<Subject, 'resource' | 'template'>;
  /** Undefined for a resource of its own. */
  readonly inline?: string;
  readonly properties: JsonMap;
  /** Properties that nobody can tell from here, and why. */
  readonly open: ReadonlyMap<string, string>;
  /** What its stack has; undefined inside of an owner. */
  readonly own?: Own;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The members that templates write as resources of their own, by whose they are. */
export class DesignedMembers {
  /** Members that cannot be told, and why. */
  readonly unread: Difference[] = [];
  private readonly byOwner = new Map<string, DesignedMember[]>();

  /** @param pathOf Path of a template from the folder of the assembly. */
  constructor(graph: Graph, names: DeployedNames, kinds: readonly MemberKind[], pathOf: (path: string) => string) {
    for (const kind of kinds) {
      for (const resource of graph.ofType(kind.type)) {
        const deployed = names.stackOf(resource.template.path);
        if (!deployed) continue;
        const subject = { resource, template: pathOf(resource.template.path) };
        this.add(deployed.stack.account, kind, subject, deployed.parameters);
      }
    }
  }

  of(account: string, ownerId: string, { type }: MemberKind): readonly DesignedMember[] {
    return this.byOwner.get(`${account} ${type} ${ownerId}`) ?? [];
  }

  private add(account: string, kind: MemberKind, subject: DesignedMember['subject'], parameters: Parameters): void {
    const { properties, open } = factsOf(subject.resource, kind, parameters);
    const unknown = [kind.owner, ...kind.key].flatMap((property) => open.get(property) ?? []);
    if (unknown.length > 0) {
      const because = `cannot be compared: ${unknown.join('; ')}`;
      this.unread.push({ ...placeOf(subject), kind: 'unread', properties: [], because });
      return;
    }
    for (const owner of [properties[kind.owner]].flat()) {
      const key = `${account} ${kind.type} ${scalarText(owner)}`;
      const list = this.byOwner.get(key) ?? [];
      list.push({ kind, subject, properties, open, own: { parameters, account } });
      this.byOwner.set(key, list);
    }
  }
}

/** Members that stand inside their owner. */
export function inlineMembers(subject: Subject, kind: MemberKind): readonly DesignedMember[] | Open {
  if (kind.inline === undefined) return [];
  const list = concrete(subject.resource.properties[kind.inline], subject.parameters);
  if (list instanceof Open) return list;
  const items = isJsonList(list) ? list.filter(isJsonMap) : [];
  return items.map((properties) => ({ kind, subject, inline: kind.inline ?? '', properties, open: NONE }));
}

function factsOf(
  resource: Resource,
  { owner, key, compared }: MemberKind,
  parameters: Parameters,
): Pick<DesignedMember, 'properties' | 'open'> {
  const properties: Record<string, Json> = {};
  const open = new Map<string, string>();
  for (const property of [owner, ...key, ...compared]) {
    const made = concrete(resource.properties[property], parameters);
    if (made instanceof Open) open.set(property, made.reason);
    else if (made !== null) properties[property] = made;
  }
  return { properties, open };
}
