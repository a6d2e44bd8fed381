import { createHash } from 'node:crypto';
import type { GateResult } from '../../model';
import { jsonReport } from '../json';

/** What a judgement went by, and what came out. */
export interface EvidenceInput {
  readonly result: GateResult;
  /** What was asked for: options by name. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Instant of the judgement. */
  readonly now: Date;
  /** The rules that judged. */
  readonly rules: readonly object[];
  /** The registers of the config, as they were judged; undefined without one. */
  readonly registers?: object | undefined;
  /** Files that were read, with their SHA-256 in hexadecimal digits. */
  readonly inputs: readonly (readonly [path: string, sum: string])[];
}

/** The name of the list of sums, which covers all other files, and is what somebody signs. */
const MANIFEST = 'SHA256SUMS';

/**
 * The files of an evidence bundle, by name: what was read, by which rules, registers and waivers it was judged, with which
 * options, and the result. The same judgement gives the same bytes; the last file lists the sums of the others.
 */
export function evidenceFiles(input: EvidenceInput): ReadonlyMap<string, string> {
  const { result, options, now, rules, registers, inputs } = input;
  const { tool, profile, verdict, reasons, evaluated, controls } = result;
  const files = new Map<string, string>([
    ['inputs.sha256', sumsText(inputs)],
    ['registers.json', json(registers ?? null)],
    ['result.json', jsonReport(result)],
    ['rules.json', json(rules)],
    ['run.json', json({ tool, profile, now: now.toISOString(), verdict, reasons, evaluated, controls, options })],
    ['waivers.json', json(result.waivers ?? [])],
  ]);
  const sums = [...files].map(([name, content]) => [name, sumOf(content)] as const);
  return files.set(MANIFEST, sumsText(sums));
}

/** Lines that `sha256sum -c` checks, in the order of the names. */
function sumsText(sums: readonly (readonly [name: string, sum: string])[]): string {
  const lines = sums.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, sum]) => lineOf(name, sum));
  return lines.map((line) => `${line}\n`).join('');
}

/** A name with a line break or a backslash is escaped, and the line begins with a backslash to say so. */
function lineOf(name: string, sum: string): string {
  if (!/[\\\n\r]/.test(name)) return `${sum}  ${name}`;
  const escaped = name
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
  return `\\${sum}  ${escaped}`;
}

function sumOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
