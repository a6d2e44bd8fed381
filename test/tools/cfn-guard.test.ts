import { chmodSync } from 'node:fs';
import { judgeFolder } from '../../tools/guard/cfn-guard';
import { Scratch } from '../gate/support/scratch';

const scratch = new Scratch();
const { CFN_GUARD: saved } = process.env;
afterAll(() => {
  if (saved === undefined) delete process.env['CFN_GUARD'];
  else process.env['CFN_GUARD'] = saved;
  scratch.clean();
});

/** Judges the files 0.json and 1.json by a program that answers as cfn-guard does. */
function judged(reports: readonly object[]): ReadonlyMap<string, readonly string[]> {
  const program = scratch.write('cfn-guard', `#!/bin/sh\ncat <<'END'\n${JSON.stringify(reports)}\nEND\n`);
  chmodSync(program, 0o700);
  process.env['CFN_GUARD'] = program;
  for (const name of ['0.json', '1.json']) scratch.write(`data/${name}`, {});
  return judgeFolder(scratch.path('data'), 'rules.guard');
}

describe('the judgement of a folder by cfn-guard', () => {
  const refused = { name: 'data/0.json', status: 'FAIL', not_compliant: [{ Rule: { name: 'no' } }] };
  const skipped = { name: 'data/1.json', status: 'SKIP', not_compliant: [] };

  it('says by which rules each file is refused', () => {
    expect([...judged([refused, skipped])]).toEqual([
      ['0.json', ['no']],
      ['1.json', []],
    ]);
  });

  it('is none where a file has no report', () => {
    expect(() => judged([refused])).toThrow('cfn-guard says nothing by rules.guard of 1.json');
  });
});
