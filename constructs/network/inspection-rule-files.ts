import { readFileSync } from 'node:fs';

/** Rules of your own in Suricata's words, a rule group for each file. */
export interface FirewallRuleFile {
  /** Name of the rule group, unique in the firewall: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** Path of the file; relative paths start at the working folder. */
  readonly path: string;
  /** Most rules of the group; a change replaces it. @default 1000 */
  readonly capacity?: number;
}

const DEFAULT_CAPACITY = 1000;

const ACTIONS = ['drop', 'reject', 'alert'];

/** A rule file that was read. */
export interface ReadRuleFile {
  readonly name: string;
  readonly capacity: number;
  readonly text: string;
}

/**
 * Reads a rule file and checks what AWS would refuse only at deployment, or what would open the network past the
 * register of flows.
 * @param where beginning of error messages
 * @throws Error when the file cannot be read or is empty, a line is no rule, a rule passes traffic or names a priority,
 * or an id is missing or used twice.
 */
export function readRuleFile(where: string, file: FirewallRuleFile): ReadRuleFile {
  const label = `${where} ruleFiles ${file.name}`;
  if (!/^[a-z][a-z0-9-]{1,63}$/.test(file.name)) {
    throw new Error(`${label}: found the name "${file.name}", expected lower-case letters, digits and hyphens`);
  }
  const text = contentOf(label, file.path);
  const rules = rulesOf(text);
  const capacity = file.capacity ?? DEFAULT_CAPACITY;
  if (rules.length === 0) throw new Error(`${label}: found no rule in ${file.path}, expected at least one`);
  if (rules.length > capacity) {
    throw new Error(
      `${label}: found ${rules.length} rules in ${file.path}, expected at most ${capacity}, the capacity of the group; ` +
        'raise `capacity` (this replaces the group), or split the file',
    );
  }
  const ids = rules.map(({ text: rule, line }) => requireRule(`${label}: ${file.path} line ${line}`, rule));
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined)
    throw new Error(`${label}: found sid ${repeated} twice in ${file.path}, expected it once`);
  return { name: file.name, capacity, text: rules.map((rule) => rule.text).join('\n') };
}

function contentOf(label: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${label}: cannot read ${path}: ${why}`, { cause: error });
  }
}

/** Comments and empty lines left out, continued lines joined. */
function rulesOf(text: string): readonly { readonly text: string; readonly line: number }[] {
  const found: { text: string; line: number }[] = [];
  let open: { text: string; line: number } | undefined;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const continues = raw.endsWith('\\');
    const part = (continues ? raw.slice(0, -1) : raw).trim();
    const rule = { text: open ? `${open.text} ${part}` : part, line: open?.line ?? index + 1 };
    open = continues ? rule : undefined;
    if (!continues && rule.text !== '' && !rule.text.startsWith('#')) found.push(rule);
  }
  return open ? [...found, open] : found;
}

/** @returns the rule's id */
function requireRule(label: string, rule: string): string {
  const action = /^(\w+)\s+\S.*\s(?:->|<>)\s.*\(.*\)\s*$/.exec(rule)?.[1];
  if (action === undefined) {
    throw new Error(
      `${label}: found "${rule.slice(0, 80)}", expected a rule: action protocol source port -> destination port (options)`,
    );
  }
  if (action === 'pass') {
    throw new Error(
      `${label}: found a rule that passes traffic, expected ${ACTIONS.join(', ')}: declare a flow, which passes its own`,
    );
  }
  if (!ACTIONS.includes(action))
    throw new Error(`${label}: found the action "${action}", expected ${ACTIONS.join(', ')}`);
  if (/[(;]\s*priority\s*:/.test(rule)) {
    throw new Error(`${label}: found \`priority\`, expected none: in strict order rules are evaluated as they stand`);
  }
  const sid = /[(;]\s*sid\s*:\s*(\d+)\s*;/.exec(rule)?.[1];
  if (sid === undefined) throw new Error(`${label}: found no sid, expected one such as \`sid:1001;\``);
  return sid;
}
