import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Stage } from 'aws-cdk-lib';
import { landingZoneApp, type LandingZoneAppProps } from './app';
import { exceededLimits, stackUse, type StackUse } from './limits';
import { sizeProblems } from './quotas';

export interface SynthesizeOptions extends LandingZoneAppProps {
  readonly outdir: string;
  /** Called after each account. */
  readonly onProgress?: (account: string, done: number, total: number) => void;
}

export interface Synthesis {
  /** Folder of the cloud assembly. */
  readonly directory: string;
  readonly accounts: readonly string[];
  readonly stacks: readonly StackUse[];
  /** Resources of all stacks. */
  readonly resources: number;
  /** What AWS may refuse at deployment for its size, a sentence each. */
  readonly warnings: readonly string[];
}

/** The landing zone cannot be built as configured; `problems` says why, a sentence each. */
export class SynthesisError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SynthesisError';
  }
}

/**
 * Turns a config into a cloud assembly on disk.
 * @throws SynthesisError when a stack exceeds a limit of CloudFormation, or holds what AWS certainly refuses for its size.
 */
export function synthesize(options: SynthesizeOptions): Synthesis {
  const app = landingZoneApp(options);
  const stages = app.node.children.filter((child): child is Stage => Stage.isStage(child));
  const stacks: StackUse[] = [];
  const problems: string[] = [];
  const warnings: string[] = [];
  for (const [index, stage] of stages.entries()) {
    for (const { hierarchicalId, templateFullPath } of stage.synth().stacks) {
      const body = readFileSync(templateFullPath, 'utf8');
      const use = stackUse(hierarchicalId, body);
      stacks.push(use);
      const sizes = sizeProblems(hierarchicalId, body);
      problems.push(...exceededLimits(use), ...sizes.refused);
      warnings.push(...sizes.warnings);
    }
    options.onProgress?.(stage.node.id, index + 1, stages.length);
  }
  const assembly = app.synth();
  if (problems.length > 0) throw new SynthesisError(problems);
  return {
    directory: relative(process.cwd(), assembly.directory) || '.',
    accounts: stages.map((stage) => stage.node.id),
    stacks,
    resources: stacks.reduce((sum, stack) => sum + stack.resources, 0),
    warnings,
  };
}
