import type { Graph, Template } from './graph';
import type { TemplateOptions } from './options';
import { inlineTemplates } from './read/inline-templates';
import { LoadedTemplate } from './load/loaded-template';
import { survey } from './load/survey';
import { templateBody } from './load/template-body';
import { UnitGraph } from './load/unit-graph';

/**
 * A template from a parsed body, for example of the CDK's `Template.toJSON()`. Alone until `graphOf` joins it to others.
 * @throws Error when the body is not a template, or is nested too deeply.
 */
export function templateFromObject(path: string, body: unknown, options: TemplateOptions = {}): Template {
  const { hasLoops, problem } = survey(body);
  if (problem !== undefined) throw new Error(`${path}: the template ${problem}`);
  const checked = templateBody(body);
  if (typeof checked === 'string') throw new Error(`${path}: ${checked}`);
  const template = new LoadedTemplate(path, checked, options, { hasLoops });
  new UnitGraph([template]);
  return template;
}

/**
 * The graph of templates that see each other, and of the bodies within stack sets. A template belongs to the last graph
 * that it was given to.
 * @throws Error when a template was not made by `templateFromObject` or `readUnit`, or when two have the same path.
 */
export function graphOf(templates: readonly Template[]): Graph {
  const loaded = templates.flatMap((template) => {
    if (template instanceof LoadedTemplate) return [template, ...inlineTemplates(template).templates];
    throw new Error(`${template.path}: expected a template made by templateFromObject or readUnit`);
  });
  const paths = new Set<string>();
  for (const { path } of loaded) {
    if (paths.has(path)) throw new Error(`${path}: two templates of one graph have this path`);
    paths.add(path);
  }
  return new UnitGraph(loaded);
}
