import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import type { Transfer } from '../../lib/model';
import { profileById } from '../../lib/profiles';
import { evaluateRules, type Rule, type RuleResult } from '../../lib/rules';
import { graphOf, templateFromObject, type Template } from '../../lib/template';

const FOLDER = join(__dirname, '..', 'cases', 'rules');

/** A template, or the sections of one, and what is known of its deployment. */
interface Given {
  readonly template?: object;
  readonly metadata?: object;
  readonly parameters?: object;
  readonly conditions?: object;
  readonly resources?: object;
  readonly outputs?: object;
  /** Region of the deployment, null where it has many, as a stack set; the profile's home region by default. */
  readonly region?: string | null;
  readonly account?: string;
  readonly terminationProtection?: boolean;
}

/** One line of a rule's case table. */
export interface Case extends Given {
  readonly name: string;
  /** Further templates of the unit. */
  readonly others?: readonly Given[];
  /** The register of transfers, judged on 26 November 2026. */
  readonly register?: readonly Transfer[];
  readonly logicalId: string;
  readonly expect: RuleResult['status'];
  /**
   * What a person reads of the results, a line each; none where the rule does not apply and says nothing of it.
   * `npm run cases` writes them: read what it wrote.
   */
  readonly says?: readonly string[];
}

/** Ids of the rules that have a case table. */
export function tabulated(): readonly string[] {
  return readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));
}

export function casesOf(ruleId: string): readonly Case[] {
  const cases: unknown = JSON.parse(readFileSync(join(FOLDER, `${ruleId}.json`), 'utf8'));
  if (!Array.isArray(cases)) throw new Error(`${ruleId}.json: expected a list of cases`);
  return cases as readonly Case[];
}

/** Writes what a rule said of each of its cases into its table; all else in it stays as it is. */
export function writeSaid(ruleId: string, lines: readonly (readonly string[])[]): void {
  const file = join(FOLDER, `${ruleId}.json`);
  const options = { formattingOptions: { insertSpaces: true, tabSize: 2 } };
  const written = lines.reduce(
    (text, says, index) => {
      return applyEdits(text, modify(text, [index, 'says'], says.length === 0 ? undefined : says, options));
    },
    readFileSync(file, 'utf8'),
  );
  writeFileSync(file, written);
}

/** What the rule says of the resource of a case. */
export function resultsOf(rule: Rule, { logicalId, others = [], register, ...given }: Case): readonly RuleResult[] {
  const graph = graphOf([given, ...others].map((each, index) => templateOf(each, `case-${index}.json`)));
  const declared = register && { transfers: register, accounts: [], today: '2026-11-26' };
  return evaluateRules(graph, [rule], { profile: profileById('hk-s17'), declared })
    .filter(({ resource }) => resource.logicalId === logicalId)
    .map(({ result }) => result);
}

function templateOf({ region = 'ap-east-1', account, terminationProtection, ...given }: Given, path: string): Template {
  const body = given.template ?? {
    ...(given.metadata ? { Metadata: given.metadata } : {}),
    ...(given.parameters ? { Parameters: given.parameters } : {}),
    ...(given.conditions ? { Conditions: given.conditions } : {}),
    Resources: given.resources ?? {},
    ...(given.outputs ? { Outputs: given.outputs } : {}),
  };
  return templateFromObject(path, body, {
    ...(region === null ? {} : { region }),
    ...(account === undefined ? {} : { account }),
    ...(terminationProtection === undefined ? {} : { terminationProtection }),
  });
}

/** The worst of results, as a gate takes them. */
export function worst(results: readonly RuleResult[]): RuleResult['status'] {
  const order = ['fail', 'unknown', 'pass'] as const;
  return order.find((status) => results.some((result) => result.status === status)) ?? 'not-applicable';
}
