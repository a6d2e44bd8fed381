import {
  dayAt,
  type ChangeCounts,
  type Finding,
  type GateResult,
  type RunError,
  type SecurityChange,
  type Verdict,
} from '../../model';
import { reachabilityChange } from '../../proofs/reachability';
import { maskText } from '../../rules/evidence';
import type { Unit } from '../../template';
import { BaselineError, readBaseline } from '../baseline';
import { placeKey, standsAlone, templateKey } from '../baseline/places';
import type { Baseline } from '../baseline/read-baseline';
import { CHANGE_RULES } from '../claims';
import { gate } from '../gate';
import type { GateOptions } from '../options';
import { claimsChange } from './claims-change';
import { costChange } from './cost-change';
import { gainsOf } from './gains';
import { withNames } from './names';
import { pairsOf } from './pairs';
import { permissionsChange } from './permissions';
import { readLater, type LaterState } from './read-state';
import { replacementChange } from './replacement';
import { residencyChange } from './residency-change';

/** What is compared, and by what both states are judged. */
export interface ChangeOptions extends Omit<GateOptions, 'inputs' | 'baseline'> {
  /** A template, a directory, an assembly, a saved result, or `REV:PATH` of git. */
  readonly before: string;
  /** The same, but a saved result, which does not say what templates hold. */
  readonly after: string;
}

/** A change, and the verdict on the later state by all its findings, old and new. */
export interface Comparison {
  readonly change: SecurityChange;
  readonly verdict: Verdict;
}

/** What changed between two states in terms of security. What cannot be read is in `errors`: nothing is thrown for it. */
export async function securityChange({ before, after, ...options }: ChangeOptions): Promise<Comparison> {
  const [was, is] = [
    attempt(before, () => readBaseline(before, options.template)),
    attempt(after, () => readLater(after, options.template ?? {})),
  ];
  const errors = [was, is].filter((state) => 'message' in state);
  if ('message' in was || 'message' in is) {
    return { change: { ...unread(before, after), errors }, verdict: 'unknown' };
  }
  const result = await gate({ ...options, inputs: [is.unit], baseline: was.kind === 'unit' ? was.unit : before });
  const told = was.kind === 'unit' ? compared(was.unit, is.unit, options) : { ...NOTHING, notCompared: [SAVED] };
  const change = { ...told, ...findingsOf(result), schemaVersion: '1' as const, before, after };
  return {
    change: withNames({ ...change, summary: countsOf(change, result) }, namesOf(was, is)),
    verdict: result.verdict,
  };
}

const SAVED = 'BEFORE is a saved result, which does not say what the templates held: only findings are compared';

type Told = Pick<
  SecurityChange,
  'claims' | 'reachability' | 'residency' | 'permissions' | 'replacement' | 'cost' | 'strengthened' | 'notCompared'
>;

const NOTHING: Told = {
  strengthened: [],
  claims: [],
  reachability: { opened: [], closed: [], newZones: [], goneZones: [] },
  residency: { opened: [], closed: [] },
  permissions: { gained: [], lost: [] },
  replacement: [],
  cost: [],
  notCompared: [],
};

function compared(
  before: Unit,
  after: Unit,
  { profile, registers, now = new Date() }: Omit<GateOptions, 'inputs'>,
): Told {
  const [was, is] = [before, after].map(({ graph }) => standsAlone(graph));
  const pairs = pairsOf(before, after);
  return {
    strengthened: gainsOf(before, after, pairs),
    claims: claimsChange(before, after),
    reachability: reachabilityChange(before.graph, after.graph, {
      resource: (resource) => placeKey(resource, was === true && is === true),
      template: (template) => templateKey(template, was === true && is === true),
    }),
    residency: residencyChange(before, after, {
      profile,
      today: dayAt(now, profile.timeZone),
      ...(registers ? { register: registers.transfers, accounts: registers.accounts.map(({ name }) => name) } : {}),
    }),
    permissions: permissionsChange(before, after, profile, pairs),
    replacement: replacementChange(pairs),
    cost: costChange(before, after),
    notCompared: [],
  };
}

function findingsOf({
  findings,
  fixed = [],
  errors,
}: GateResult): Pick<SecurityChange, 'weakened' | 'new' | 'fixed' | 'errors'> {
  const isNew = findings.filter(({ baselineState }) => baselineState === 'new');
  const rules = new Set(CHANGE_RULES.map(({ id }) => id));
  const isWeakening = ({ rule }: Finding): boolean => rules.has(rule);
  return { weakened: isNew.filter(isWeakening), new: isNew.filter((each) => !isWeakening(each)), fixed, errors };
}

function countsOf(change: Omit<SecurityChange, 'summary'>, { baseline }: GateResult): ChangeCounts {
  const { reachability, residency, permissions, weakened, strengthened, claims, replacement } = change;
  return {
    ...(baseline ?? { new: 0, fixed: 0, unchanged: 0 }),
    weakened: weakened.length,
    strengthened: strengthened.length,
    claims: claims.length,
    opened: reachability.opened.length + residency.opened.length + permissions.gained.length,
    closed: reachability.closed.length + residency.closed.length + permissions.lost.length,
    replaced: replacement.length,
  };
}

function attempt<T extends object>(path: string, read: () => T): T | RunError {
  try {
    return read();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = error instanceof BaselineError ? error.path : path;
    return { kind: 'read', path: at, message: maskText(message) };
  }
}

function unread(before: string, after: string): SecurityChange {
  const summary = {
    new: 0,
    fixed: 0,
    unchanged: 0,
    weakened: 0,
    strengthened: 0,
    claims: 0,
    opened: 0,
    closed: 0,
    replaced: 0,
  };
  return { schemaVersion: '1', before, after, summary, weakened: [], new: [], fixed: [], errors: [], ...NOTHING };
}

function namesOf(was: Baseline, is: LaterState): (text: string) => string {
  return (text) => is.nameOf(was.kind === 'unit' ? was.nameOf(text) : text);
}
