import { isoDate, waiverSchema, type Waiver, type WaiverScope } from '../../model';
import { CannotError } from '../exit';
import { readResult } from '../explain';
import { scopeOfFinding } from './scope-of-finding';

/** The keys of a scope as options; each once. */
export interface ScopeFlags {
  readonly organization?: string;
  readonly unit?: string;
  readonly account?: string;
  readonly stack?: string;
  readonly constructPath?: string;
  readonly logicalId?: string;
  readonly type?: string;
  readonly tag?: Readonly<Record<string, string>>;
  readonly property?: string;
}

/** The keys of a waiver as options. */
export interface WaiverFields extends ScopeFlags {
  readonly id?: string;
  readonly control?: string;
  readonly rule?: string;
  readonly reason?: string;
  readonly compensatingControl?: string;
  readonly riskOwner?: string;
  readonly approver?: string;
  readonly ticket?: string;
  readonly issued?: string;
  readonly expires?: string;
  readonly reviewDate?: string;
  /** Id of a finding whose rule, control and place are taken where no option says otherwise. */
  readonly fromFinding?: string;
}

/**
 * A waiver as the options say it.
 * @param results File with the finding.
 * @param known Waivers that are there, for the next id.
 * @param today Day of the approval unless an option says it.
 * @throws CannotError when an option is missing or wrong.
 */
export function newWaiver(
  fields: WaiverFields,
  results: string | undefined,
  known: readonly Waiver[],
  today: string,
): Waiver {
  const finding = findingOf(fields.fromFinding, results);
  const { id = nextId(known, today), reason, compensatingControl, riskOwner, approver, ticket, expires } = fields;
  const { control = finding.control, rule = finding.rule, issued = today, reviewDate } = fields;
  const entry = {
    id,
    control,
    rule,
    scope: { ...finding.scope, ...scopeOf(fields) },
    reason,
    compensatingControl,
    riskOwner,
    approver,
    ticket,
    issued,
    expires,
    reviewDate,
  };
  const given = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
  const parsed = waiverSchema.safeParse(given);
  if (parsed.success && isoDate.safeParse(parsed.data.expires).success) return parsed.data;
  if (parsed.success) throw new CannotError(`--expires "${parsed.data.expires}": expected a day such as 2027-03-31`);
  const problems = parsed.error.issues.map(({ path, message }) => {
    const [first = ''] = path;
    const isMissing = path.length === 1 && !Object.hasOwn(given, first);
    return `${optionOf(path)} ${isMissing ? 'is missing' : message}`;
  });
  throw new CannotError(`this is no waiver yet: ${[...new Set(problems)].join('; ')}`);
}

type Prefilled = Pick<Waiver, 'control' | 'rule'> & { readonly scope: WaiverScope };

function findingOf(id: string | undefined, results: string | undefined): Prefilled {
  if (id === undefined) return { scope: {} };
  if (results === undefined) {
    throw new CannotError(
      '--from-finding needs the result in which the finding stands: --from-finding ID RESULTS.json',
    );
  }
  const finding = readResult(results).findings.find((each) => each.id === id);
  if (!finding) throw new CannotError(`${results} holds no finding "${id}": take the "id" of one of its findings`);
  if (finding.status === 'waived') throw new CannotError(`finding ${id} is waived already, by ${finding.waiver}`);
  const { control, rule } = finding;
  return { ...(control === null ? {} : { control }), rule, scope: scopeOfFinding(finding) };
}

function scopeOf(flags: ScopeFlags): WaiverScope {
  const { organization, unit, account, stack, constructPath, logicalId, type, tag, property } = flags;
  const scope = { organization, unit, account, stack, constructPath, logicalId, type, tag, property };
  return Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== undefined));
}

/** `W-2026-015` after `W-2026-014`. */
function nextId(known: readonly Waiver[], today: string): string {
  const prefix = `W-${today.slice(0, 4)}-`;
  const numbers = known.flatMap(({ id }) =>
    id.startsWith(prefix) ? (/^\d+$/.exec(id.slice(prefix.length)) ?? []) : [],
  );
  return `${prefix}${String(Math.max(0, ...numbers.map(Number)) + 1).padStart(3, '0')}`;
}

/** The option that gives the value at a path of the waiver. */
function optionOf(path: readonly PropertyKey[]): string {
  const [first = '', second] = path;
  if (first === '') return 'one of --control, --rule, --from-finding';
  if (first === 'scope' && second === undefined) return 'one of --account, --stack, --construct-path, --logical-id, …';
  const key = String(first === 'scope' ? second : first);
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
