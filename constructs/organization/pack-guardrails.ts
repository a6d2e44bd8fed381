import { GUARDRAIL_QUOTAS, type GuardrailDocument, type GuardrailType } from '../../lib/model';
import type { AttachedGuardrail } from './attached-guardrail';

/** Types whose documents are lists of independent statements, so that joining them changes nothing. */
const STATEMENT_TYPES: ReadonlySet<GuardrailType> = new Set(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY']);

interface StatementDocument {
  readonly Version: string;
  readonly Statement: readonly object[];
}

/**
 * Joins service and resource control policies that have the same targets into few documents within the quota of their
 * size: first fit, in the order of their names, so that the same guardrails always give the same documents. A joined
 * document has the name of its first guardrail and tells in its description what it holds. All others stay as they are.
 */
export function packGuardrails(attached: readonly AttachedGuardrail[]): readonly AttachedGuardrail[] {
  const packs: Pack[] = [];
  for (const entry of attached.toSorted((a, b) => compare(a.guardrail.name, b.guardrail.name))) {
    const pack = packs.find((candidate) => candidate.takes(entry));
    if (pack) pack.add(entry);
    else packs.push(new Pack(entry));
  }
  return packs.map((pack) => pack.joined());
}

class Pack {
  private readonly members: AttachedGuardrail[];

  constructor(first: AttachedGuardrail) {
    this.members = [first];
  }

  add(entry: AttachedGuardrail): void {
    this.members.push(entry);
  }

  takes(entry: AttachedGuardrail): boolean {
    const { guardrail } = this.first;
    if (guardrail.type !== entry.guardrail.type || !STATEMENT_TYPES.has(guardrail.type)) return false;
    if (targetKey(this.first) !== targetKey(entry)) return false;
    const joined = join([...this.members, entry].map((member) => member.guardrail));
    return joined !== undefined && JSON.stringify(joined).length <= GUARDRAIL_QUOTAS[guardrail.type].characters;
  }

  joined(): AttachedGuardrail {
    const guardrails = this.members.map((member) => member.guardrail);
    const document = guardrails.length > 1 ? join(guardrails) : undefined;
    if (!document) return this.first;
    const description = `Joined: ${guardrails.map((guardrail) => guardrail.name).join(', ')}`;
    return {
      targets: this.first.targets,
      guardrail: { ...this.first.guardrail, document, description: description.slice(0, 512) },
    };
  }

  private get first(): AttachedGuardrail {
    const [first] = this.members;
    if (!first) throw new Error('a pack of guardrails is never empty');
    return first;
  }
}

/** One document of all statements; undefined when they cannot stand together (other versions, the same Sid twice). */
function join(guardrails: readonly GuardrailDocument[]): StatementDocument | undefined {
  const documents = guardrails.map((guardrail) => guardrail.document);
  if (!documents.every(isStatementDocument)) return undefined;
  const statements = documents.flatMap((document) => document.Statement);
  const versions = new Set(documents.map((document) => document.Version));
  const sids = statements.flatMap((statement) => ('Sid' in statement ? [statement.Sid] : []));
  const [version] = versions;
  if (version === undefined || versions.size !== 1 || new Set(sids).size !== sids.length) return undefined;
  return { Version: version, Statement: statements };
}

function isStatementDocument(document: object): document is StatementDocument {
  return (
    'Version' in document &&
    typeof document.Version === 'string' &&
    'Statement' in document &&
    Array.isArray(document.Statement)
  );
}

function targetKey(attached: AttachedGuardrail): string {
  return attached.targets.toSorted(compare).join(' ');
}

/** By code unit, which does not depend on the machine's language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
