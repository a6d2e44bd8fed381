import { Composer, Lexer, LineCounter, Parser, type CST, type ParsedNode } from 'yaml';
import type { Budget } from './budget';
import type { SourceFile } from './place';
import { UnreadableError } from './unreadable';

export interface ParsedYaml {
  readonly file: SourceFile;
  /** Null for an empty file. */
  readonly contents: ParsedNode | null;
}

/**
 * Parses one YAML document within the budget. Duplicate keys, tags, aliases and merges are left to the reader.
 * @throws UnreadableError at the first error of syntax, at a second document, or when the budget is spent.
 */
export function parseYaml(text: string, name: string, budget: Budget): ParsedYaml {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const file: SourceFile = { name, lines };
  const tokens = tokensOf(text, lines, name, budget);
  // The library looks for duplicate keys by comparing all pairs, which takes minutes on a long mapping.
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const [document] = composer.compose(tokens, true, text.length);
  const error = document?.errors[0];
  if (error) throw notYaml(file, error.pos[0], error.message);
  return { file, contents: document?.contents ?? null };
}

function tokensOf(text: string, lines: LineCounter, name: string, budget: Budget): CST.Token[] {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let documents = 0;
  const add = (token: CST.Token): void => {
    if (token.type === 'error') throw notYaml({ name, lines }, token.offset, token.message);
    if (token.type === 'document') documents += 1;
    if (documents > 1) throw new UnreadableError(name, 'holds more than one YAML document; expected one');
    tokens.push(token);
  };
  for (const lexeme of new Lexer().lex(text)) {
    budget.spend('lexemes', 1, name);
    for (const token of parser.next(lexeme)) add(token);
    // Composing is recursive: depth has to be stopped here, before it can exhaust the stack.
    budget.checkDepth(parser.stack.length / 2, name);
  }
  for (const token of parser.end()) add(token);
  return tokens;
}

function notYaml(file: SourceFile, offset: number, message: string): UnreadableError {
  const { line, col } = file.lines.linePos(offset);
  const sentence = message.replace(/\s+/g, ' ').trim();
  return new UnreadableError(file.name, `is not valid YAML: ${sentence}`, { line, column: col });
}
