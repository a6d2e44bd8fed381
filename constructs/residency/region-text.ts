import { property } from './property';

/**
 * What a template value says about its region. `text` holds `${…}` where something is only known at deployment; `here` is
 * true for what belongs to the template's own region: its resources, and imports, which CloudFormation resolves within
 * one region. With neither, nothing is known.
 */
export interface RegionText {
  readonly text?: string;
  readonly here?: boolean;
}

/** Where a value stands: what CloudFormation fills in, and which logical ids are resources. */
export interface TemplatePlace {
  /** Region of the stack, or {@link OWN_REGION} when it is not fixed. */
  readonly region: string;
  readonly isResource: (logicalId: string) => boolean;
}

/** Stands for the stack's own region as long as it is not fixed. */
export const OWN_REGION = '${AWS::Region}';
/** Stands for a part of a text that cannot be resolved; without a colon, so that the fields of an ARN keep their places. */
export const HOLE = '${unknown}';

type Reader = (argument: unknown, place: TemplatePlace) => RegionText;

const READERS: Readonly<Record<string, Reader>> = {
  Ref: (name, place) => referenced(String(name), place),
  'Fn::GetAtt': (target, place) => ({ here: place.isResource(ownerOf(target)) }),
  'Fn::ImportValue': () => ({ here: true }),
  'Fn::GetAZs': () => ({ here: true }),
  'Fn::Select': (argument, place) => regionText(property(argument, '1'), place),
  'Fn::Join': joined,
  'Fn::Sub': substituted,
};

/** Reads a value without its conditions: the branches of `Fn::If` are judged one by one. */
export function regionText(value: unknown, place: TemplatePlace): RegionText {
  if (typeof value === 'string' || typeof value === 'number') return { text: String(value) };
  if (typeof value !== 'object' || value === null) return {};
  const [[name, argument] = ['', undefined]] = Object.entries(value);
  return READERS[name]?.(argument, place) ?? {};
}

function referenced(name: string, place: TemplatePlace): RegionText {
  if (name === 'AWS::Region') return { text: place.region };
  if (name.startsWith('AWS::')) return { text: `\${${name}}` };
  return place.isResource(name) ? { here: true } : {};
}

function ownerOf(target: unknown): string {
  const [owner = ''] = Array.isArray(target) ? target.map(String) : String(target).split('.');
  return owner;
}

function joined(argument: unknown, place: TemplatePlace): RegionText {
  const parts = property(argument, '1');
  if (!Array.isArray(parts)) return {};
  return { text: parts.map((part) => textOrHole(part, place)).join(String(property(argument, '0'))) };
}

function substituted(argument: unknown, place: TemplatePlace): RegionText {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, undefined];
  return {
    text: String(text).replaceAll(/\$\{([^!}]+)\}/g, (_, name: string) =>
      textOrHole(property(variables, name) ?? { Ref: ownerOf(name) }, place),
    ),
  };
}

function textOrHole(part: unknown, place: TemplatePlace): string {
  return regionText(part, place).text ?? HOLE;
}
