import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as cdk from 'aws-cdk-lib';
import type { Installed } from '../installed';
import type { PreparedTemplate } from '../copy';
import { becomeKnown } from './twins';

/** Context of the app: constructs are thrown away at once, so nobody reads where they were made. */
const NO_TRACES = { 'aws:cdk:disable-stack-trace': true, 'aws:cdk:disable-creation-stack-traces': true };

/**
 * An app in which templates become constructs, one at a time, and are let go. It is never synthesized, and has one
 * temporary folder, because CfnInclude reads files only.
 */
export class Workshop {
  private readonly folder = mkdtempSync(join(tmpdir(), 'lionrock-packs-'));
  private readonly file = join(this.folder, 'template.json');
  private readonly app: cdk.App;

  constructor(private readonly installed: Installed) {
    this.app = new installed.cdk.App({
      outdir: this.folder,
      autoSynth: false,
      analyticsReporting: false,
      treeMetadata: false,
      builtinCloudFormationValidation: false,
      context: NO_TRACES,
    });
  }

  /**
   * Loads a template, lets `look` at it, and lets it go.
   * @throws Error when CfnInclude cannot load it.
   */
  load<T>(template: PreparedTemplate, look: (stack: cdk.Stack) => T): T {
    writeFileSync(this.file, JSON.stringify(template));
    const stack = new this.installed.cdk.Stack(this.app, 'Template');
    try {
      return quietly(() => {
        new this.installed.include.CfnInclude(stack, 'Resources', {
          templateFile: this.file,
          allowCyclicalReferences: true,
        });
        becomeKnown(stack, this.installed);
        return look(stack);
      });
    } finally {
      this.app.node.tryRemoveChild('Template');
    }
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Deprecated properties are the template's affair: they neither fill the terminal nor, set to fail, end the loading. */
function quietly<T>(action: () => T): T {
  const before = process.env['JSII_DEPRECATED'];
  process.env['JSII_DEPRECATED'] = 'quiet';
  try {
    return action();
  } finally {
    if (before === undefined) delete process.env['JSII_DEPRECATED'];
    else process.env['JSII_DEPRECATED'] = before;
  }
}
