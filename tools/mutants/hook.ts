import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LandingZoneConfig } from '../../lib/config';
import type { Mutant } from './assembly';
import type { Judgement } from './outcome';

/** Stands for Lambda, and for S3 from which the handler fetches the template. */
const SERVICE = `
const { parentPort, workerData } = require('node:worker_threads');
const { handler } = require(workerData);
parentPort.on('message', async ({ event, template }) => {
  globalThis.fetch = async () => new Response(JSON.stringify({ template }));
  parentPort.postMessage(await handler(event));
});
`;

const ENV = {
  AWS_REGION: 'ap-east-1',
  LIONROCK_HOOK_MODE: 'closed',
  LIONROCK_HOOK_OPERATIONS: 'STACK CHANGE_SET RESOURCE CLOUD_CONTROL',
};

/** The hook that an assembly deploys, asked about one template of it. */
export class Hook {
  private readonly worker: Worker;
  /** What it says of templates that are not weakened, by path. */
  private readonly clean = new Map<string, Judgement>();

  constructor(
    assembly: string,
    private readonly config: LandingZoneConfig,
  ) {
    this.worker = new Worker(SERVICE, { eval: true, stdout: true, env: ENV, workerData: handlerIn(assembly) });
    this.worker.stdout.resume();
  }

  /** What it says of a mutant, without what it says of the template as it was: that was not found for being weakened. */
  async judge({ path, text, original }: Mutant): Promise<Judgement> {
    const clean = this.clean.get(path) ?? (await this.ask(path, original));
    this.clean.set(path, clean);
    const { verdict, findings } = await this.ask(path, text);
    const known = new Set(clean.findings.map(keyOf));
    const fresh = findings.filter((finding) => !known.has(keyOf(finding)));
    const isOld = clean.verdict === 'fail' && fresh.every(({ status }) => status !== 'fail');
    return { verdict: isOld ? 'pass' : verdict, findings: fresh };
  }

  close(): Promise<number> {
    return this.worker.terminate();
  }

  private async ask(path: string, text: string): Promise<Judgement> {
    const [folder = ''] = path.split('/');
    const account = this.config.accounts.find(({ name }) => `assembly-${name}` === folder)?.id ?? '';
    const targetLogicalId = basename(path, '.template.json');
    const answered = once(this.worker, 'message');
    // oxlint-disable-next-line require-post-message-target-origin -- a worker is no window
    this.worker.postMessage({ event: eventOf(account, targetLogicalId), template: text });
    const [answer]: readonly { readonly message: string }[] = await answered;
    return judgementOf(answer?.message ?? '');
  }
}

function keyOf({ status, control, rule }: Judgement['findings'][number]): string {
  return [status, control, rule].join(' ');
}

/** The handler as it is uploaded, beside what it is told of the landing zone. */
function handlerIn(assembly: string): string {
  const files = readdirSync(assembly, { recursive: true, encoding: 'utf8' });
  const estate = files.find((path) => basename(path) === 'estate.json');
  if (estate === undefined) throw new Error(`${assembly} deploys no hook`);
  return resolve(assembly, join(estate, '..', 'index.js'));
}

function eventOf(account: string, stack: string): object {
  return {
    awsAccountId: account,
    stackId: `arn:aws:cloudformation:ap-east-1:${account}:stack/${stack}/1a2345b6-0000-00a0-a123-00abc0abc000`,
    actionInvocationPoint: 'UPDATE_PRE_PROVISION',
    requestData: {
      targetName: 'STACK',
      targetType: 'STACK',
      targetLogicalId: stack,
      payload: 'https://cloudformation-hooks.s3.ap-east-1.amazonaws.com/payload',
    },
  };
}

/** What the words of an answer say: the verdict, then what failed or is undecided. */
function judgementOf(message: string): Judgement {
  const verdict = (['fail', 'unknown'] as const).find((word) => message.startsWith(`Lionrock: ${word}`)) ?? 'pass';
  const findings = message.split('\n').flatMap((line) => {
    const [, control = '', rule = '', undecided] = /^[A-Z]+ (\S+) (\S+) on .*?: (undecided: )?/.exec(line) ?? [];
    return rule === ''
      ? []
      : [{ status: undecided === undefined ? ('fail' as const) : ('unknown' as const), control, rule }];
  });
  return { verdict, findings };
}
