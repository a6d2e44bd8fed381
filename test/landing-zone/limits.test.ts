import { exceededLimits, stackUse } from '../../lib/landing-zone/limits';

const template = (sections: Record<string, number>, padding = 0): string =>
  JSON.stringify({
    Description: 'x'.repeat(padding),
    ...Object.fromEntries(
      Object.entries(sections).map(([name, count]) => [
        name,
        Object.fromEntries(Array.from({ length: count }, (_, index) => [`E${index}`, {}])),
      ]),
    ),
  });

describe('CloudFormation limits', () => {
  test('counts what a template uses', () => {
    const body = template({ Resources: 3, Parameters: 2, Outputs: 1 });
    expect(stackUse('a/network', body)).toEqual({
      stack: 'a/network',
      resources: 3,
      parameters: 2,
      outputs: 1,
      bytes: body.length,
    });
  });

  test.each([
    [{ Resources: 500, Parameters: 200, Outputs: 200 }, 0, []],
    [{ Resources: 501 }, 0, ['501 resources: CloudFormation allows 500']],
    [{ Resources: 1, Parameters: 201 }, 0, ['201 parameters: CloudFormation allows 200']],
    [{ Resources: 1, Outputs: 201 }, 0, ['201 outputs: CloudFormation allows 200']],
    [{ Resources: 1 }, 1_000_000, ['bytes of template: CloudFormation allows 1000000']],
  ])('%p with %p bytes of padding', (sections, padding, expected) => {
    const problems = exceededLimits(stackUse('e-services-prod/vpc', template(sections, padding)));
    expect(problems).toHaveLength(expected.length);
    for (const [index, text] of expected.entries()) {
      expect(problems[index]).toContain('stack e-services-prod/vpc');
      expect(problems[index]).toContain(text);
    }
  });
});
