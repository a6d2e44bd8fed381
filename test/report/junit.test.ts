import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { junitReport } from '../../lib/report';
import { anyFindings } from './random-findings';
import { finding, resultOf } from './support';

const LISTS = ['testsuite', 'testcase'];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => LISTS.includes(name),
});

type Node = { readonly [name: string]: string | Node | readonly Node[] | undefined };

/** What a reader gets of the report. */
function read(...[findings, more]: Parameters<typeof resultOf>): Node {
  const text = junitReport(resultOf(findings, more));
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text).testsuites;
}

const children = (node: Node, name: string): readonly Node[] => {
  const found = node[name];
  return Array.isArray(found) ? found : [];
};

const casesOf = (root: Node) => children(root, 'testsuite').flatMap((suite) => children(suite, 'testcase'));

describe('the JUnit report', () => {
  it('has a suite for each template, in it a case for each rule on each resource', () => {
    const root = read([
      finding(),
      finding({ id: 'b', property: 'Properties.Other' }),
      finding({ id: 'c', logicalId: 'Other' }),
    ]);
    expect(root).toMatchObject({ tests: '2', failures: '2', errors: '0', skipped: '0' });
    const [suite] = children(root, 'testsuite');
    expect(suite).toMatchObject({ name: 'cdk.out/Portal.template.json', tests: '2' });
    expect(casesOf(root)[0]).toMatchObject({
      name: 'rds-not-public: Database (AWS::RDS::DBInstance)',
      classname: 'cdk.out/Portal.template.json',
      file: 'cdk.out/Portal.template.json',
      line: '12',
      failure: { message: 'critical: The database has a public address.', type: 'fail' },
    });
    const text = JSON.stringify(casesOf(root)[0]);
    expect(text).toContain('Fix: Set PubliclyAccessible to false.');
    expect(text).toContain('Finding: b');
  });

  it.each([
    ['fail', 'failure', 'failures'],
    ['unknown', 'error', 'errors'],
    ['waived', 'skipped', 'skipped'],
    ['pass', 'system-out', 'passed'],
  ] as const)('shows what is %s as %s', (status, element, sum) => {
    const root = read([finding({ status })]);
    expect(casesOf(root)[0]).toHaveProperty(element);
    const sums = ['failures', 'errors', 'skipped'].filter((name) => root[name] !== '0');
    expect(sums).toEqual(sum === 'passed' ? [] : [sum]);
  });

  it('has a case that passes for a template with nothing to mend', () => {
    expect(casesOf(read([]))).toMatchObject([{ name: '7 resources judged, nothing to mend' }]);
  });

  it('has a case for what could not be judged', () => {
    const errors = [{ kind: 'parse', path: 't.json', message: 'is not JSON', line: 3 }];
    const root = read([], { errors, inputs: [] });
    expect(root).toMatchObject({ tests: '1', errors: '1' });
    expect(casesOf(root)).toMatchObject([{ file: 't.json', line: '3', error: { message: 'is not JSON' } }]);
  });

  it('shows control characters, which XML cannot hold, in words', () => {
    const [one] = casesOf(read([finding({ message: '\u001B[31m<a> & "b"\uD800\uFFFF' })]));
    expect(one).toMatchObject({ failure: { message: String.raw`critical: \u001b[31m<a> & "b"\ud800\uffff` } });
  });

  it('of any findings can be read back, with every finding in it and sums that agree', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const root = read(findings);
        const cases = casesOf(root);
        const text = JSON.stringify(cases);
        for (const { id } of findings) expect(text).toContain(`Finding: ${id}`);
        expect(root['tests']).toBe(String(cases.length));
        for (const [sum, element] of [
          ['failures', 'failure'],
          ['errors', 'error'],
          ['skipped', 'skipped'],
        ] as const) {
          expect(root[sum]).toBe(String(cases.filter((each) => element in each).length));
        }
        const names = cases.map(({ classname, name, file }) => JSON.stringify([classname, name, file]));
        expect(names.every((name) => name.length > 0)).toBe(true);
      }),
    );
  });
});
