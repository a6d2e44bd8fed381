import type { Resource, Template, Unit } from '../../template';
import { MARKER_KEPT, PROTECTION_REMOVED } from '../claims';
import { passagesOf, type Passage } from './passages';
import { canonical, resourcesByKey, standsAlone, templateKey } from './places';
import { propertyChanges } from './property-changes';
import { ruleOfRemoval } from './protectors';
import { on, ranked } from './scales';
import { openedPassages } from './traffic';
import type { Weakening } from './weakening';

/** What becomes of data when a resource is removed from its template, the weakest first. */
const keptOnRemoval = ranked(['Delete', 'Snapshot', 'RetainExceptOnCreate', 'Retain']);

/**
 * Compares resolved templates with those of a baseline, resource by resource: what a change takes away is a weakening even
 * where no rule fires. Resources are the same when construct path, or template and logical id, are, without the hashes in
 * them; what has only moved is found again by its content.
 */
export class Comparison {
  private readonly before: ReadonlyMap<string, Resource>;
  private readonly templates: ReadonlyMap<string, Template>;
  private readonly passages: readonly Passage[];
  /** What all units of now hold. */
  private readonly keys = new Set<string>();
  /** How many resources that the baseline has not have a content. */
  private readonly arrived = new Map<string, number>();
  private readonly accounts = new Set<string>();
  private readonly told = new Set<string>();

  constructor(private readonly baseline: Unit) {
    const { graph } = baseline;
    this.before = resourcesByKey(baseline);
    this.templates = new Map(graph.templates.map((template) => [templateKey(template, standsAlone(graph)), template]));
    this.passages = passagesOf(graph);
  }

  /** Notes what a unit holds; all units are noted before the first is compared. */
  note(unit: Unit): void {
    for (const [key, resource] of resourcesByKey(unit)) {
      this.keys.add(key);
      if (!this.before.has(key)) this.arrived.set(contentOf(resource), this.arrivedLike(resource) + 1);
    }
    for (const { claims } of unit.graph.templates) if (claims?.marker) this.accounts.add(claims.marker.account);
  }

  /** What the change weakens in a unit. What is gone is told once, with the first unit. */
  weakenings(unit: Unit): readonly Weakening[] {
    const now = resourcesByKey(unit);
    const pairs = [...now].flatMap(([key, after]) => {
      const before = this.before.get(key);
      return before ? [{ before, after }] : [];
    });
    const owners = new Set([...this.before.keys()].filter((key) => now.has(key)));
    const known = (owner: string): boolean => owners.has(owner.replace(/ [^ ]+$/, ''));
    return [
      ...pairs.flatMap(({ before, after }) => changesOf(before, after)),
      ...openedPassages(this.passages, passagesOf(unit.graph), known),
      ...this.templateChanges(unit),
      ...this.removals(unit),
    ];
  }

  private templateChanges(unit: Unit): readonly Weakening[] {
    const alone = standsAlone(unit.graph);
    return unit.graph.templates.flatMap((template) => {
      const before = this.templates.get(templateKey(template, alone)) ?? this.sameStack(template);
      if (!before) return [];
      const { marker } = before.claims ?? {};
      const lost = marker && !template.claims?.marker ? `${marker.account}/${marker.capability}` : undefined;
      return [
        ...(on(before.terminationProtection, template.terminationProtection) === true ? [terminationOf(template)] : []),
        ...(lost === undefined ? [] : [this.markerLost(template, lost)]),
      ];
    });
  }

  /** Without its marker a template is known by its stack, or by standing alone. */
  private sameStack({ stackName, path }: Template): Template | undefined {
    const all = this.baseline.graph.templates;
    const name = path.split('/').at(-1);
    return all.find((other) =>
      stackName === undefined
        ? all.length === 1 || other.path.split('/').at(-1) === name
        : other.stackName === stackName,
    );
  }

  private markerLost(template: Template, subject: string): Weakening {
    this.told.add(subject.split('/')[0] ?? subject);
    return {
      rule: MARKER_KEPT,
      status: 'fail',
      template,
      place: subject,
      property: 'Metadata.Lionrock.marker',
      observed: 'not set',
      expected: `the marker of ${subject}`,
    };
  }

  /** Whether something that arrived can be this resource: each can be one only. */
  private hasMoved(resource: Resource): boolean {
    const count = this.arrivedLike(resource);
    if (count > 0) this.arrived.set(contentOf(resource), count - 1);
    return count > 0;
  }

  private arrivedLike(resource: Resource): number {
    return this.arrived.get(contentOf(resource)) ?? 0;
  }

  private removals(unit: Unit): readonly Weakening[] {
    const [first] = unit.graph.templates;
    if (!first || this.told.has('')) return [];
    this.told.add('');
    const ids = new Set([...this.before].filter(([key]) => this.keys.has(key)).map(([, { logicalId }]) => logicalId));
    const gone = [...this.before].flatMap(([key, resource]): Weakening[] => {
      if (this.keys.has(key) || this.hasMoved(resource)) return [];
      const rule = ruleOfRemoval(resource, (logicalId) => ids.has(logicalId));
      const { template } = resource;
      return rule
        ? [
            {
              rule,
              status: 'fail',
              template,
              resource,
              place: key,
              observed: 'removed',
              expected: 'what the baseline has',
            },
          ]
        : [];
    });
    const markers = this.baseline.graph.templates.flatMap(({ claims }) =>
      claims?.marker ? [claims.marker.account] : [],
    );
    const lost = [...new Set(markers)].filter((account) => !this.accounts.has(account) && !this.told.has(account));
    return [...gone, ...lost.map((account) => this.markerLost(first, account))];
  }
}

function contentOf({ type, properties }: Resource): string {
  return `${type} ${canonical(properties)}`;
}

function changesOf(before: Resource, after: Resource): readonly Weakening[] {
  const place = after.constructPath ?? after.logicalId;
  const at = { template: after.template, resource: after, place };
  const policies = (['deletionPolicy', 'updateReplacePolicy'] as const).flatMap((name): Weakening[] => {
    if (keptOnRemoval(before[name], after[name]) !== true) return [];
    const property = name === 'deletionPolicy' ? 'DeletionPolicy' : 'UpdateReplacePolicy';
    return [
      { ...at, rule: PROTECTION_REMOVED, status: 'fail', property, observed: after[name], expected: before[name] },
    ];
  });
  const changes = propertyChanges(after.type, before.properties, after.properties);
  return [...policies, ...changes.map((change) => ({ ...at, ...change }))];
}

function terminationOf(template: Template): Weakening {
  return {
    rule: PROTECTION_REMOVED,
    status: 'fail',
    template,
    place: 'termination protection',
    observed: false,
    expected: true,
  };
}
