import { rulesForUpstream } from '../../rules';
import type { Suppression } from './suppression';

/**
 * Whether a suppression is about a rule: it names the rule itself, or a rule of another checker that asks the same. One
 * that names a single finding (`AwsSolutions-IAM5[Resource::*]`) covers that finding only, never a rule of ours.
 */
export function covers({ source, id }: Suppression, rule: string): boolean {
  if (id === rule || withoutPack(id) === rule) return true;
  if (id.includes('[')) return false;
  return rulesForUpstream(source ?? 'cdk-nag', id)?.includes(rule) ?? false;
}

/** Rules are called `Pack-rule` in CDK; our rules begin with a small letter, so that no rule is taken for a pack's. */
function withoutPack(id: string): string {
  return id.replace(/^[A-Z][A-Za-z0-9.]*-(?=[a-z])/, '');
}
