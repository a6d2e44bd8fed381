import type * as cloudFormationDiff from '@aws-cdk/cloudformation-diff';
import type { ReplacementChange } from '../../../model';
import { asText, type Resource, type Template } from '../../../template';
import { canonical, referencesIn } from '../../baseline/places';
import type { Pairs, ResourcePair } from '../pairs';
import { placeOf } from '../place-of';
import { interruptingProperties, isHeld } from './kinds';
import { plainTemplate } from './plain-template';

/** What the change replaces, interrupts or removes of all that holds data, keys or connections. */
export function replacementChange({ both, removed }: Pairs): readonly ReplacementChange[] {
  return [
    ...both.filter(({ after }) => isHeld(after.type)).flatMap(renamed),
    ...[...byStack(both).values()].flatMap(inPlace),
    ...removed.filter(({ type }) => isHeld(type)).map(gone),
  ];
}

/** CloudFormation knows a resource by its stack and logical id: under another one it makes a new one. */
function renamed({ before, after }: ResourcePair): readonly ReplacementChange[] {
  if (!isSameStack(before.template, after.template)) {
    const [from, to] = [before, after].map(({ template }) => template.stackName ?? template.path);
    return [
      { ...placeOf(after), fate: 'replaced', because: [`it moves from stack ${from} to ${to}`, ...kept(before)] },
    ];
  }
  if (before.logicalId === after.logicalId) return [];
  const because = `its logical id changes from ${before.logicalId} to ${after.logicalId}`;
  return [{ ...placeOf(after), fate: 'replaced', because: [because, ...kept(before)] }];
}

function isSameStack(before: Template, after: Template): boolean {
  if (before.stackName === undefined || after.stackName === undefined) return true;
  return (['stackName', 'account', 'region'] as const).every((name) => before[name] === after[name]);
}

function byStack(both: readonly ResourcePair[]): ReadonlyMap<Template, readonly ResourcePair[]> {
  const stacks = new Map<Template, ResourcePair[]>();
  for (const pair of both) {
    const { before, after } = pair;
    if (before.logicalId !== after.logicalId || !isSameStack(before.template, after.template)) continue;
    const known = stacks.get(after.template);
    if (known) known.push(pair);
    else stacks.set(after.template, [pair]);
  }
  return stacks;
}

/** What changes of properties do, also to what refers to something that is replaced. */
function inPlace(pairs: readonly ResourcePair[]): readonly ReplacementChange[] {
  const touched = touchedBy(pairs);
  if (!pairs.some(({ after }) => isHeld(after.type) && touched.has(after.logicalId))) return [];
  // Holds the data of all resource types: a second and a half that only a change is worth.
  const { diffTemplate, ResourceImpact }: typeof cloudFormationDiff = require('@aws-cdk/cloudformation-diff');
  const { resources } = diffTemplate(
    plainTemplate(pairs.map(({ before }) => before)),
    plainTemplate(pairs.map(({ after }) => after)),
  );
  return pairs
    .filter(({ after }) => isHeld(after.type))
    .flatMap(({ before, after }): ReplacementChange[] => {
      const { changes } = resources;
      const updates = Object.entries(changes[after.logicalId]?.propertyUpdates ?? {});
      const named = (impact: cloudFormationDiff.ResourceImpact): readonly string[] =>
        updates.filter(([, { changeImpact }]) => changeImpact === impact).map(([name]) => name);
      const [surely, perhaps] = [named(ResourceImpact.WILL_REPLACE), named(ResourceImpact.MAY_REPLACE)];
      const interrupting = interruptingProperties(after.type).filter((name) => updates.some(([key]) => key === name));
      if (surely.length > 0)
        return [{ ...at(after, surely), fate: 'replaced', because: surely.map((name) => forced(name, before, after)) }];
      if (interrupting.length > 0)
        return [{ ...at(after, interrupting), fate: 'interrupted', because: interrupting.map(changed) }];
      if (perhaps.length > 0)
        return [{ ...at(after, perhaps), fate: 'perhaps replaced', because: perhaps.map(changed) }];
      return [];
    });
}

function at(resource: Resource, [first]: readonly string[]): ReturnType<typeof placeOf> {
  return placeOf(resource, first === undefined ? 'Properties' : `Properties.${first}`);
}

/** What did not change itself refers to something that is replaced. */
function forced(name: string, before: Resource, after: Resource): string {
  const isSame = canonical(before.properties[name]) === canonical(after.properties[name]);
  if (isSame) return `${name} refers to what is replaced`;
  return `${name} cannot be changed in place`;
}

function changed(name: string): string {
  return `${name} changes`;
}

/** What differs, and what refers to it, at whatever remove: where that is replaced, this may be too. */
function touchedBy(pairs: readonly ResourcePair[]): ReadonlySet<string> {
  const touched = new Set(
    pairs
      .filter(({ before, after }) => canonical(before.properties) !== canonical(after.properties))
      .map(({ after }) => after.logicalId),
  );
  if (touched.size === 0) return touched;
  const references = pairs.map(({ after }) => [after.logicalId, referencesIn(after.properties)] as const);
  for (let size = 0; size < touched.size;) {
    size = touched.size;
    for (const [id, targets] of references)
      if (targets.some((target) => touched.has(target.logicalId))) touched.add(id);
  }
  return touched;
}

function gone(resource: Resource): ReplacementChange {
  const policy = asText(resource.deletionPolicy);
  const stays = policy === 'Retain' || policy === 'RetainExceptOnCreate';
  return {
    ...placeOf(resource),
    fate: stays ? 'orphaned' : 'removed',
    because: [stays ? `DeletionPolicy ${policy}: it stays, and no stack manages it` : removal(policy)],
  };
}

function removal(policy: string | undefined): string {
  if (policy === 'Snapshot') return 'it is no more in the templates; a snapshot is kept';
  return policy === undefined ? 'it is no more in the templates' : `it is no more in the templates (${policy})`;
}

function kept({ deletionPolicy }: Resource): readonly string[] {
  const policy = asText(deletionPolicy);
  return policy === undefined || policy === 'Delete' ? [] : [`the earlier one is kept (DeletionPolicy ${policy})`];
}
