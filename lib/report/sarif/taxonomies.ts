import type { ReportingDescriptorRelationship, ToolComponent } from 'sarif';
import { controlById, FRAMEWORK_NAMES } from '../../controls';
import type { Finding } from '../../model';

/** The catalogue of controls, as the taxonomy to which every rule of ours belongs. */
const CONTROLS = 'lionrock-controls';

/** The frameworks that these findings cite, with the clauses, and the controls behind them. */
export function taxonomiesOf(findings: readonly Finding[]): readonly ToolComponent[] {
  const clauses = new Map<string, Set<string>>();
  for (const { framework, clause } of findings.flatMap(citations)) {
    clauses.set(framework, (clauses.get(framework) ?? new Set()).add(clause));
  }
  return [...clauses]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([framework, ids]) => taxonomyOf(framework, [...ids].toSorted()));
}

/** How a rule relates to the clauses of its control. */
export function relationshipsOf(finding: Finding): readonly ReportingDescriptorRelationship[] {
  return citations(finding).map(({ framework, clause }) => ({
    target: { id: clause, toolComponent: { name: framework } },
    kinds: ['relevant'],
  }));
}

function taxonomyOf(framework: string, ids: readonly string[]): ToolComponent {
  const isOurs = framework === CONTROLS;
  return {
    name: framework,
    ...(isOurs ? { organization: 'Lionrock' } : {}),
    shortDescription: { text: isOurs ? 'Controls of Lionrock' : (FRAMEWORK_NAMES[framework] ?? framework) },
    isComprehensive: false,
    taxa: ids.map((id) => {
      const control = isOurs ? controlById(id) : undefined;
      if (!control) return { id };
      const { title, statement } = control;
      return { id, name: title, shortDescription: { text: title }, fullDescription: { text: statement } };
    }),
  };
}

interface Citation {
  readonly framework: string;
  readonly clause: string;
}

function citations({ control, frameworks = {} }: Finding): readonly Citation[] {
  return [
    ...(control === null ? [] : [{ framework: CONTROLS, clause: control }]),
    ...Object.entries(frameworks).flatMap(([framework, clauses]) => clauses.map((clause) => ({ framework, clause }))),
  ];
}
