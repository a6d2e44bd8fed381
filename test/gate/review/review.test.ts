import { readFileSync } from 'node:fs';
import { gate, Reviewer, type GateOptions } from '../../../lib/gate';
import type { Review } from '../../../lib/model';
import { profileById } from '../../../lib/profiles';
import { publicDatabase, template } from '../support/databases';
import { Scratch } from '../support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const now = new Date('2026-11-26T00:00:00Z');
const profile = profileById('hk-s17');

async function reviewed(options: Partial<GateOptions> & Pick<GateOptions, 'inputs'>): Promise<Review> {
  const reviewer = new Reviewer({ profile, now, text: (path) => readFileSync(path, 'utf8') });
  return reviewer.review(await gate({ profile, now, observer: reviewer, ...options }));
}

const file = scratch.write(
  'unit/database.json',
  template({
    Database: publicDatabase({
      Properties: { Engine: 'postgres', PubliclyAccessible: true, MasterUserPassword: 'hunter2-hunter2' },
    }),
  }),
);

describe('the review of a run', () => {
  it('tells each rule once, and the gravest finding first', async () => {
    const { findings, glance } = await reviewed({ inputs: [file] });
    const [first] = findings.findings;
    expect(findings.rules[first?.rule ?? -1]?.severity).toBe('critical');
    expect(new Set(findings.rules.map(({ id }) => id)).size).toBe(findings.rules.length);
    expect(findings.findings).toHaveLength(glance.summary.fail + glance.summary.unknown);
    const sums = glance.families.map(({ fail }) => fail.critical + fail.high + fail.medium + fail.low);
    expect(sums.reduce((sum, count) => sum + count, 0)).toBe(glance.summary.fail);
  });

  it('shows the lines of a finding, without the secret that stands in them', async () => {
    const review = await reviewed({ inputs: [file] });
    const shown = review.findings.findings.flatMap(({ excerpt }) => excerpt?.lines ?? []).join('\n');
    expect(shown).toContain('"PubliclyAccessible": true');
    expect(shown).toContain('"MasterUserPassword": "[masked]"');
    expect(JSON.stringify(review)).not.toContain('hunter2');
  });

  it('sums up what was read, so that it can be compared', async () => {
    const other = scratch.write('unit/other.json', template({ Database: publicDatabase() }));
    const [one, same, both] = [
      await reviewed({ inputs: [file] }),
      await reviewed({ inputs: [file] }),
      await reviewed({ inputs: [file, other] }),
    ];
    expect(one.glance.inputs.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(same.glance.inputs).toEqual(one.glance.inputs);
    expect(both.glance.inputs.digest).not.toBe(one.glance.inputs.digest);
  });

  it('says against a baseline what is new and what is mended', async () => {
    const before = scratch.write('before.json', template({ Gone: publicDatabase() }));
    const { findings, glance } = await reviewed({ inputs: [file], baseline: before });
    expect(findings.findings.map(({ state }) => state)).toContain('new');
    expect(findings.fixed.map(({ logicalId }) => logicalId)).toContain('Gone');
    expect(findings.fixed).toHaveLength(glance.baseline?.fixed ?? -1);
    expect(findings.templates.map(({ path }) => path)).toEqual(expect.arrayContaining([file]));
  });

  it('shows for each control by which rules it was judged, and on which resources they pass', async () => {
    const { controls, findings, glance } = await reviewed({ inputs: [file] });
    const passes = controls.controls.flatMap(({ rules }) => rules.map(({ passed }) => passed));
    expect(passes.flat().length).toBeGreaterThan(0);
    expect(passes.flat().length).toBe(glance.summary.pass);
    for (const at of passes.flat()) {
      expect(findings.templates[controls.resources[at]?.template ?? -1]?.path).toBe(file);
    }
    const evidenced = controls.controls.filter((control) => control.evidenced && control.applies);
    expect(evidenced).toHaveLength(glance.coverage.evidenced);
    for (const { rules, uncovered } of controls.controls)
      expect(rules.length > 0 || uncovered !== undefined).toBe(true);
  });

  it('says what could not be read', async () => {
    const broken = scratch.write('broken.json', '{ "Resources": ');
    const { glance } = await reviewed({ inputs: [broken] });
    expect(glance.verdict).toBe('unknown');
    expect(glance.errors.map(({ path }) => path)).toContain(broken);
  });
});
