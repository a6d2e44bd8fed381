import { EGRESS_SETTINGS, type EgressCheck, type EgressSetting } from './egress-settings';
import { property } from './property';
import { HOLE, OWN_REGION, regionText, type TemplatePlace } from './region-text';
import type { TemplateResource } from './template-of';

/** Where data may be. */
export interface Jurisdiction {
  readonly profile: string;
  readonly regions: readonly string[];
  /** Names of buckets that are known to stand in an allowed region. */
  readonly buckets: ReadonlySet<string>;
}

/** Types with settings that the boundary looks at. */
export const EGRESS_TYPES: ReadonlySet<string> = new Set(EGRESS_SETTINGS.map((setting) => setting.type));

/** What is wrong with one value: found where something else was expected. */
type Judge = (value: unknown, place: TemplatePlace, jurisdiction: Jurisdiction) => string | undefined;

/** Settings of a resource that move data, keys or traffic out of the jurisdiction, or might: a sentence each. */
export function egressProblems(resource: TemplateResource, place: TemplatePlace, jurisdiction: Jurisdiction): string[] {
  return EGRESS_SETTINGS.filter((setting) => setting.type === resource.type).flatMap((setting) => {
    const found = valuesAt(resource.properties, setting.path === '' ? [] : setting.path.split('.'));
    const values = found.length === 0 && setting.check === 'edge' ? [undefined] : found;
    return values.flatMap((value) => {
      const problem = JUDGES[setting.check](value, place, jurisdiction);
      return problem === undefined ? [] : [sentence(resource, setting, problem, jurisdiction)];
    });
  });
}

function sentence(
  resource: TemplateResource,
  setting: EgressSetting,
  problem: string,
  { profile, regions }: Jurisdiction,
) {
  const where = setting.path === '' ? resource.type : `${resource.type} ${setting.path}`;
  return `${resource.path} (${where}): ${problem}; profile ${profile} keeps data in ${regions.join(', ')} (control ${setting.control}): remove the setting, or stay within these regions`;
}

const JUDGES: Readonly<Record<EgressCheck, Judge>> = {
  present: () => 'found, but it spans regions or leaves them',
  true: (value) => (value === false || value === 'false' ? undefined : `expected false, found ${show(value)}`),
  enabled: (value) => (value === 'Suspended' ? undefined : `expected no acceleration, found ${show(value)}`),
  edge: (value) =>
    value === 'REGIONAL' || value === 'PRIVATE' ? undefined : `expected REGIONAL or PRIVATE, found ${show(value)}`,
  region: within((text, place, { regions }) => regions.includes(text) || text === place.region),
  zone: within((text, place, { regions }) =>
    [...regions, place.region].some((region) => text.length === region.length + 1 && text.startsWith(region)),
  ),
  arn: within((text, place, { regions }) => {
    const [head, , , region = ''] = text.split(COLON_OF_ARN);
    return head !== 'arn' || regions.includes(region) || region === place.region;
  }),
  bucket: within((text, _, { buckets }) => buckets.has(text.split(':').at(-1)?.split('/')[0] ?? '')),
};

/** Colons between the fields of an ARN, not those of `${AWS::Partition}`. */
const COLON_OF_ARN = /:(?![^{]*\})/;

/** What belongs to the template's own region is fine; what cannot be resolved is not. */
function within(allowed: (text: string, place: TemplatePlace, jurisdiction: Jurisdiction) => boolean): Judge {
  return (value, place, jurisdiction) => {
    const { text, here } = regionText(value, place);
    if (here === true || (text !== undefined && allowed(text, place, jurisdiction))) return undefined;
    const reason = text === undefined || text.includes(HOLE) ? ', whose region is unknown' : '';
    return `expected something in the allowed regions, found ${text ?? show(value)}${reason}`;
  };
}

/** Values at a path, in every open branch of `Fn::If`; where another intrinsic stands on the way, that intrinsic. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [step, ...rest] = path;
  return alternatives(value).flatMap((alternative) => {
    if (step === undefined || isIntrinsic(alternative)) return [alternative];
    if (!step.endsWith('[]')) return valuesAt(property(alternative, step), rest);
    return alternatives(property(alternative, step.slice(0, -2))).flatMap((list) =>
      Array.isArray(list) ? list.flatMap((element: unknown) => valuesAt(element, rest)) : valuesAt(list, rest),
    );
  });
}

function alternatives(value: unknown): unknown[] {
  if (value === undefined || property(value, 'Ref') === 'AWS::NoValue') return [];
  const branches = property(value, 'Fn::If');
  return Array.isArray(branches) ? branches.slice(1).flatMap(alternatives) : [value];
}

function isIntrinsic(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const [name, ...others] = Object.keys(value);
  return others.length === 0 && (name === 'Ref' || name?.startsWith('Fn::') === true);
}

function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.replaceAll(`{"Ref":"AWS::Region"}`, OWN_REGION);
}
