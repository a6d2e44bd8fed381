import { LoadedTemplate } from '../load/loaded-template';
import { templateBody } from '../load/template-body';
import { parseText } from './parse';
import type { Problem } from './problem';
import { ReadError } from './source';

export interface InlineTemplates {
  readonly templates: readonly LoadedTemplate[];
  readonly problems: readonly Problem[];
}

/** The templates that stand as text in the `TemplateBody` of a template's stack sets, and in theirs. */
export function inlineTemplates(parent: LoadedTemplate): InlineTemplates {
  const templates: LoadedTemplate[] = [];
  const problems: Problem[] = [];
  for (const { logicalId, path, text } of parent.nestings) {
    if (text === undefined) continue;
    try {
      const parsed = parseText(text);
      const body = templateBody(parsed.body);
      if (typeof body === 'string') throw new ReadError('not-a-template', `is ${body}`);
      const locate = () => parent.locate(logicalId, 'Properties.TemplateBody');
      const template = new LoadedTemplate(path, body, {}, { hasLoops: parsed.hasLoops, locate });
      const inner = inlineTemplates(template);
      templates.push(template, ...inner.templates);
      problems.push(...inner.problems);
    } catch (error) {
      // The line within the inner text would mislead: the file is the outer one.
      problems.push({
        file: path,
        error: error instanceof ReadError ? new ReadError(error.kind, error.message) : error,
      });
    }
  }
  return { templates, problems };
}
