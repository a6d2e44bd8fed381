import { isScalar, isSeq } from 'yaml';
import type { Located, Path, Scalar } from './located';
import type { Place } from './place';
import { nothing, type Reader } from './reader';

const INCLUDE = '!include';
const ENVIRONMENT = '!env';
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Reads `!include FILE` and `!env NAME`; undefined for a node without a tag of ours. */
export function readTagged(
  reader: Reader,
  node: { tag?: string | undefined },
  path: Path,
  at: Place,
): Located | undefined {
  const { tag } = node;
  if (tag === undefined || tag.startsWith('tag:yaml.org,2002:') || tag === '!') return undefined;
  if (reader.tags && tag === INCLUDE) return readInclude(reader, node, path, at);
  if (reader.tags && tag === ENVIRONMENT) return readEnvironment(reader, node, path, at);
  reader.report({
    path,
    at,
    message: `unknown tag ${tag}`,
    found: tag,
    expected: reader.tags ? '!include or !env' : 'a value without a tag',
    remedy: 'remove the tag, or put the value in quotes if it begins with an exclamation mark',
  });
  return nothing(at);
}

function readInclude(reader: Reader, node: unknown, path: Path, at: Place): Located {
  if (isScalar(node) && typeof node.value === 'string' && node.value !== '') {
    const included = reader.include(node.value, at, path);
    return included ? { ...included } : nothing(at);
  }
  reader.report({
    path,
    at,
    message: '!include names no file',
    found: isScalar(node) ? 'no text' : 'a list or mapping',
    expected: 'the path of one file, such as `!include accounts/e-services.yaml`',
    remedy: 'write the path after the tag',
  });
  return nothing(at);
}

interface Variable {
  readonly name: string;
  readonly fallback?: Scalar;
}

function readEnvironment(reader: Reader, node: unknown, path: Path, at: Place): Located {
  const variable = variableOf(node);
  if (!variable) {
    reader.report({
      path,
      at,
      message: '!env names no environment variable',
      found: isScalar(node) ? JSON.stringify(node.source ?? '') : 'something else',
      expected: '`!env NAME`, or `!env [NAME, default]`',
      remedy: 'write the name of one environment variable, in letters, digits and underscores',
    });
    return nothing(at);
  }
  const { name, fallback } = variable;
  const text = reader.environment[name];
  if (text !== undefined) {
    return { kind: 'scalar', value: typed(text, fallback), text, environment: name, at, size: 1, depth: 0 };
  }
  if (fallback !== undefined) {
    return { kind: 'scalar', value: fallback, text: String(fallback), at, size: 1, depth: 0 };
  }
  reader.report({
    path,
    at,
    message: `environment variable ${name} is not set`,
    found: 'no such variable',
    expected: `a variable ${name}`,
    remedy: `set ${name}, or give a default: \`!env [${name}, default]\``,
  });
  return nothing(at);
}

function variableOf(node: unknown): Variable | undefined {
  const [first, second, ...rest] = isSeq(node) ? node.items : [node];
  if (rest.length > 0 || !isScalar(first) || typeof first.value !== 'string' || !VARIABLE.test(first.value)) {
    return undefined;
  }
  if (!isSeq(node)) return { name: first.value };
  const value = isScalar(second) ? second.value : undefined;
  const usable = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return usable ? { name: first.value, fallback: value } : undefined;
}

/** A variable is text; it becomes a number or truth value only where its default is one. */
function typed(text: string, fallback: Scalar | undefined): Scalar {
  if (typeof fallback === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (typeof fallback === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}
