import { LineCounter, parseDocument, type Document } from 'yaml';
import { MAX_DEPTH } from '../load/survey';
import { ReadError } from './source';
import type { Places } from './place';
import { toBody } from './yaml-body';
import { yamlRoot } from './yaml-place';

/**
 * Parses YAML with CloudFormation's short forms. The document is kept for the positions, which would cost as much again.
 * @throws ReadError with the line of the first mistake.
 */
export function parseYaml(text: string): { readonly body: unknown; readonly places: () => Places } {
  const lines = new LineCounter();
  const document = parseYamlDocument(text, lines);
  return { body: toBody(document, lines), places: () => ({ root: yamlRoot(document), lines }) };
}

/** @throws ReadError when it is not valid YAML. */
function parseYamlDocument(text: string, lines: LineCounter): Document.Parsed {
  rejectDeepFlow(text);
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
      stringKeys: false,
    });
  } catch (error) {
    if (error instanceof RangeError) throw new ReadError('parse', 'is nested too deeply');
    throw error;
  }
  const [first] = document.errors;
  if (first?.message.startsWith('Maximum call stack')) throw new ReadError('parse', 'is nested too deeply');
  if (first?.code === 'MULTIPLE_DOCS')
    throw new ReadError(
      'parse',
      'holds more than one YAML document: expected one template',
      lines.linePos(first.pos[0]).line,
    );
  if (first) throw new ReadError('parse', `is not valid YAML: ${first.message}`, lines.linePos(first.pos[0]).line);
  return document;
}

/** The parser takes quadratic time for brackets within brackets. */
function rejectDeepFlow(text: string): void {
  const run = new RegExp(`(?:[\\[{]\\s*){${MAX_DEPTH}}`);
  if (run.test(text)) throw new ReadError('parse', `is nested deeper than ${MAX_DEPTH} levels`);
}
