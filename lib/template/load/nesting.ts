import { posix } from 'node:path';
import { isJsonMap, own, section, type JsonMap } from '../resolve/json';

export const STACK_SET = 'AWS::CloudFormation::StackSet';
const APPLICATION = 'AWS::Serverless::Application';
const NESTING_TYPES = new Set<unknown>(['AWS::CloudFormation::Stack', STACK_SET, APPLICATION]);

/** A resource that deploys another template. */
export interface Nesting {
  readonly logicalId: string;
  /** Path of the other template, whether or not it was read. */
  readonly path: string;
  /** `noted` by the CDK or an assembly, so that the file must exist; `guessed` from a URL; `inline` in a `TemplateBody`. */
  readonly kind: 'noted' | 'guessed' | 'inline';
  /** True for a stack set, which deploys to other accounts and regions. */
  readonly elsewhere: boolean;
  /** Text of an inline template. */
  readonly text?: string;
}

/**
 * The nested stacks and stack sets of a template's body, read without resolving anything, as parameters of a template
 * can only be resolved when its parents are known.
 */
export function nestingsOf(
  templatePath: string,
  body: JsonMap,
  assets: ReadonlyMap<string, string>,
): readonly Nesting[] {
  return Object.entries(section(body, 'Resources')).flatMap(([logicalId, resource]): readonly Nesting[] => {
    const type = own(resource, 'Type');
    if (!NESTING_TYPES.has(type)) return [];
    const elsewhere = type === STACK_SET;
    const noted = own(section(resource, 'Metadata'), 'aws:asset:path');
    if (typeof noted === 'string') return [{ logicalId, path: beside(templatePath, noted), kind: 'noted', elsewhere }];
    const text = own(section(resource, 'Properties'), 'TemplateBody');
    if (typeof text === 'string')
      return [{ logicalId, path: `${templatePath}#${logicalId}`, kind: 'inline', elsewhere, text }];
    const url = own(section(resource, 'Properties'), type === APPLICATION ? 'Location' : 'TemplateURL');
    const asset = assets.get(posix.basename(lastText(url) ?? ''));
    if (asset !== undefined) return [{ logicalId, path: asset, kind: 'noted', elsewhere }];
    const relative = typeof url === 'string' && !/^[a-z0-9]+:/i.test(url);
    return relative ? [{ logicalId, path: beside(templatePath, url), kind: 'guessed', elsewhere }] : [];
  });
}

/** The text that `Fn::Sub` or `Fn::Join` ends in: the name under which an asset is uploaded. */
function lastText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return lastText(value.at(-1));
  return isJsonMap(value) && !Object.hasOwn(value, 'Ref') ? lastText(Object.values(value).at(-1)) : undefined;
}

function beside(templatePath: string, path: string): string {
  return posix.isAbsolute(path) ? path : posix.join(posix.dirname(templatePath), path);
}
