import fc from 'fast-check';
import { CONTROLS } from '../../lib/controls';
import { CATEGORIES, SEVERITIES, type Finding } from '../../lib/model';
import { finding } from './support';

/** Any text, halves of pairs included; fast-check's own unit for it makes a table of a million characters in each file. */
export const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
  maxLength: 40,
});

/** Text with what formats must not stumble over: markup, quotes, formulas, line breaks, control characters, half pairs. */
const nasty: fc.Arbitrary<string> = fc.oneof(
  anyText,
  fc.constantFrom(
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '<script>alert(1)</script>',
    ']]>&amp;"\'',
    'a\r\nb',
    '`x` | [y](http://example.com) @someone #12',
    '\u0000\u001B[2J\u202E\uFFFF\uD800',
    '../../etc/passwd#x y%20',
  ),
);

const line = fc.integer({ min: 1, max: 100_000 });
const place = fc.record({
  file: fc.constantFrom('cdk.out/A.template.json', 'b c.yaml', '/abs/d.json'),
  line,
  column: line,
});

/** Findings as the gate could make them, of any content. */
export const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    id: fc.stringMatching(/^[0-9a-f]{16}$/),
    status: fc.constantFrom('fail', 'unknown', 'waived', 'pass'),
    rule: fc.oneof(fc.constantFrom('rds-not-public', 'AwsSolutions-S1', 'kms-key-rotates'), nasty),
    control: fc.oneof(fc.constantFrom(null, ...CONTROLS.map(({ id }) => id)), nasty),
    category: fc.constantFrom(...CATEGORIES),
    severity: fc.constantFrom(...SEVERITIES),
    message: nasty,
    remediation: nasty,
    template: fc.constantFrom('cdk.out/A.template.json', 'b c.yaml', '/abs/d.json'),
    logicalId: nasty,
    resourceType: nasty,
    property: nasty,
    location: place,
    evidence: fc.record(
      { observed: fc.oneof(nasty, fc.jsonValue()), expected: nasty, because: nasty },
      { requiredKeys: [] },
    ),
    frameworks: fc.dictionary(fc.constantFrom('s17', 'g3', 'other'), fc.array(nasty, { maxLength: 3 })),
  })
  .chain((content) =>
    fc
      .record(
        { constructPath: nasty, source: place, waiver: nasty, baselineState: fc.constantFrom('new', 'unchanged') },
        { requiredKeys: [] },
      )
      .map((more): Finding => finding({ ...content, ...more })),
  );

/** A number of findings. */
export const anyFindings = fc.array(anyFinding, { maxLength: 12 });
