import type { IStackSynthesizer, StackSynthesizer } from 'aws-cdk-lib';

/** CDK's classes spell optional properties as possibly undefined, which its interface does not under strict checks. */
export function asSynthesizer(synthesizer: StackSynthesizer): IStackSynthesizer {
  return synthesizer as IStackSynthesizer;
}
