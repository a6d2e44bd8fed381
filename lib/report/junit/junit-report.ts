import type * as xml from 'fast-xml-parser';
import type { GateResult } from '../../model';
import { grouped } from '../grouped';
import { casesOf, errorCase, quietCase, type Outcome, type TestCase } from './test-cases';
import { attributeText } from './xml-text';

const ATTRIBUTE = '@';

/** The cases of one template, or what could not be judged. */
interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * A result as JUnit XML, in the part that GitLab, Jenkins and CodeBuild read: a suite for each template, in it a case for
 * each rule on each resource. What fails is a failure, what is unknown an error, what is waived skipped. It states no
 * times, so that the same result gives the same bytes.
 */
export function junitReport(result: GateResult): string {
  // Loaded here: most runs write other formats.
  const { XMLBuilder }: typeof xml = require('fast-xml-parser');
  const suites = suitesOf(result);
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: ATTRIBUTE,
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
  });
  const document = {
    '?xml': attributes({ version: '1.0', encoding: 'UTF-8' }),
    testsuites: {
      ...attributes({ name: 'Lionrock gate', ...sums(suites.flatMap(({ cases }) => cases)), time: 0 }),
      testsuite: suites.map(suiteNode),
    },
  };
  return `${builder.build(document).trimEnd()}\n`;
}

function suitesOf({ inputs, findings, errors, waivers }: GateResult): readonly Suite[] {
  const byTemplate = grouped(findings, ({ template }) => template);
  const resources = new Map(inputs.map((input) => [input.path, input.resources]));
  const judged = [...new Set([...resources.keys(), ...byTemplate.keys()])].map((name) => {
    const members = byTemplate.get(name);
    return { name, cases: members ? casesOf(members, waivers) : [quietCase(name, resources.get(name) ?? 0)] };
  });
  return errors.length > 0 ? [{ name: 'could not be judged', cases: errors.map(errorCase) }, ...judged] : judged;
}

function suiteNode({ name, cases }: Suite): object {
  return { ...attributes({ name: attributeText(name), ...sums(cases), time: 0 }), testcase: cases.map(caseNode) };
}

function caseNode({ outcome, attributes: own, message, text }: TestCase): object {
  if (outcome === 'passed') return { ...attributes(own), ...(text === '' ? {} : { 'system-out': text }) };
  const type = outcome === 'skipped' ? {} : { type: outcome === 'failure' ? 'fail' : 'unknown' };
  return { ...attributes(own), [outcome]: { ...attributes({ message, ...type }), '#text': text } };
}

function sums(cases: readonly TestCase[]): Readonly<Record<string, number>> {
  const count = (outcome: Outcome) => cases.filter((each) => each.outcome === outcome).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

function attributes(values: Readonly<Record<string, string | number>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${ATTRIBUTE}${name}`, String(value)]));
}
