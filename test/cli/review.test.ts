import { existsSync, readFileSync } from 'node:fs';
import { publicDatabase, template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const bad = scratch.write('bad.json', template({ Database: publicDatabase() }));

describe('lionrock review', () => {
  it('writes one page and ends as the gate does', async () => {
    const page = scratch.path('folder/page.html');
    const { status, stdout } = await run(['review', bad, '-o', page, '--now', '2026-11-26']);
    expect(status).toBe(1);
    expect(stdout).toContain('verdict  fail; ');
    expect(stdout).toContain(`page     ${page}`);
    const fromGate = scratch.path('gate.html');
    await run(['gate', bad, '--format', `html=${fromGate}`, '--now', '2026-11-26', '--quiet']);
    expect(readFileSync(page, 'utf8')).toBe(readFileSync(fromGate, 'utf8'));
  });

  it('writes to standard output when asked to, and nothing but the page', async () => {
    const { stdout } = await run(['review', bad, '-o', '-', '--lang', 'zh-Hant']);
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="zh-Hant-HK">/);
    expect(stdout.endsWith('</html>\n')).toBe(true);
  });

  it('says nothing with --quiet but what could not be read', async () => {
    const page = scratch.path('quiet.html');
    const { status, stdout, stderr } = await run(['review', scratch.path('gone.json'), '-o', page, '--quiet']);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('gone.json');
    expect(existsSync(page)).toBe(true);
  });

  it('refuses a language that it does not speak', async () => {
    const { status, stderr } = await run(['review', bad, '--lang', 'xx']);
    expect(status).toBe(2);
    expect(stderr).toContain('Allowed choices are en, zh-Hant');
  });
});
