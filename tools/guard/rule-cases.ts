import { readFileSync } from 'node:fs';

interface Resource {
  readonly Condition?: string;
}

interface Row {
  readonly name: string;
  readonly logicalId: string;
  readonly expect: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  readonly resources?: Readonly<Record<string, Resource>>;
  readonly template?: { readonly Resources: Readonly<Record<string, Resource>> };
}

/** The resource that a case is about, as a template of its own, and what our rule says of it. */
export interface GuardCase {
  readonly name: string;
  readonly template: object;
  readonly expect: Row['expect'];
  /** Nothing of it is decided later: no intrinsic function, no dynamic reference, no condition. */
  readonly isLiteral: boolean;
}

const DECIDED_LATER = /"(Ref|Fn::[A-Za-z0-9]+)":|\{\{resolve:/;

/** The cases of a rule's own table. */
export function guardCases(rule: string): readonly GuardCase[] {
  const rows = JSON.parse(readFileSync(`test/cases/rules/${rule}.json`, 'utf8')) as readonly Row[];
  return rows.flatMap(({ name, logicalId, expect, resources, template }) => {
    const resource = (template?.Resources ?? resources)?.[logicalId];
    if (!resource) return [];
    const isLiteral = resource.Condition === undefined && !DECIDED_LATER.test(JSON.stringify(resource));
    return [{ name, expect, isLiteral, template: { Resources: { [logicalId]: resource } } }];
  });
}

/** Why an answer of Guard contradicts our rule: it must refuse nothing else, and all that is written as it is. */
export function contradiction({ expect, isLiteral }: GuardCase, refuses: boolean): string | undefined {
  if (refuses && expect !== 'fail') return `Guard refuses what we say is ${expect}`;
  if (!refuses && expect === 'fail' && isLiteral) return 'Guard lets pass what we refuse';
  return undefined;
}
