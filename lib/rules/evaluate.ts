import type { Profile } from '../profiles';
import type { Graph, Resource } from '../template';
import { isOne, type Declared, type Rule, type RuleContext, type RuleOutcome, type RuleResult } from './rule';
import { declarationsOf, OUTPUT, PARAMETER, TEMPLATE, templateDeclaration } from './declarations';
import { formsOf, overVariants } from './over-variants';

export interface EvaluateOptions {
  readonly profile: Profile;
  /** @default nothing is registered: what templates claim is taken as it is */
  readonly declared?: Declared | undefined;
}

/**
 * Applies rules to every resource of a graph, in each way that its conditions can turn out, to its parameters and its
 * outputs. Results that do not apply are left out unless they say why; a rule that throws is unknown on that resource, with the message, and
 * hides nothing else.
 */
export function evaluateRules(
  graph: Graph,
  rules: readonly Rule[],
  { profile, declared }: EvaluateOptions,
): readonly RuleOutcome[] {
  const context: RuleContext = { graph, profile, declared };
  const select = selectorOf(rules);
  const outcomes: RuleOutcome[] = [];
  for (const template of graph.templates) {
    if (template.isBeside) continue;
    for (const resource of template.resources) collect(select(resource.type), resource, context, outcomes);
    for (const resource of declarationsOf(template)) collect(select(resource.type), resource, context, outcomes);
  }
  for (const rule of rules.filter(({ scope }) => scope === 'estate')) {
    const anchor = anchorOf(graph, rule);
    if (anchor) collect([rule], anchor, context, outcomes);
  }
  return outcomes;
}

function collect(rules: readonly Rule[], resource: Resource, context: RuleContext, into: RuleOutcome[]): void {
  if (rules.length === 0) return;
  const forms = formsOf(resource);
  for (const rule of rules) {
    const said = apply(rule, forms, context);
    if (isOne(said)) keep(rule, resource, said, into);
    else for (const result of said) keep(rule, resource, result, into);
  }
}

function keep(rule: Rule, resource: Resource, result: RuleResult, into: RuleOutcome[]): void {
  if (result.status === 'not-applicable' && result.because === undefined) return;
  into.push({ rule, resource: result.on ?? resource, result });
}

function apply(rule: Rule, forms: readonly Resource[], context: RuleContext): RuleResult | readonly RuleResult[] {
  try {
    return overVariants(rule, forms, context);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 'unknown', because: `rule threw: ${message}`, threw: true };
  }
}

const SELECTORS = new WeakMap<readonly Rule[], ReturnType<typeof selector>>();

/** Thousands of templates are judged by one list of rules. */
function selectorOf(rules: readonly Rule[]): ReturnType<typeof selector> {
  const known = SELECTORS.get(rules) ?? selector(rules.filter(({ scope }) => scope === 'resource'));
  SELECTORS.set(rules, known);
  return known;
}

/** Finds the rules of a type; each type is looked up once. */
function selector(rules: readonly Rule[]): (type: string) => readonly Rule[] {
  const byType = new Map<string, readonly Rule[]>();
  return (type) => {
    const known = byType.get(type);
    if (known) return known;
    const isResource = type !== PARAMETER && type !== OUTPUT && type !== TEMPLATE;
    const selected = rules.filter(({ types }) => types.includes(type) || (isResource && types.includes('*')));
    byType.set(type, selected);
    return selected;
  };
}

/** The first resource of the types that is judged; where the rule names `TEMPLATE` too, the first template stands in for it. */
function anchorOf(graph: Graph, { types }: Rule): Resource | undefined {
  const first = types.flatMap((type) => graph.ofType(type)).find((resource) => !resource.template.isBeside);
  const template = graph.templates.find(({ isBeside }) => !isBeside);
  return first ?? (template && types.includes(TEMPLATE) ? templateDeclaration(template) : undefined);
}
