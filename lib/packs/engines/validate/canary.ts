import type { RuleSource } from './validator';

export const CANARY_RULE = 'lionrock_canary';

const TYPE = 'Lionrock::Canary::Bird';

/** A rule of our own beside the user's: where it is not evaluated, theirs are not either. It judges a type that nobody has. */
export const GUARD_CANARY: RuleSource = {
  name: 'lionrock-canary.guard',
  content: `rule ${CANARY_RULE} when Resources.*[ Type == '${TYPE}' ] !empty {
  Resources.*[ Type == '${TYPE}' ].Properties.Sings exists
}
`,
};

export interface Canary {
  readonly body: unknown;
  /** Where what is found in it must come from. */
  readonly source: 'SCHEMA' | 'GUARD';
}

/** Templates that are wrong on purpose: a property that no bucket has, and a bird that does not sing. */
export function canaries(schema: boolean, guard: boolean): readonly Canary[] {
  const bucket = { Type: 'AWS::S3::Bucket', Properties: { Coalmine: true } };
  const bird = { Type: TYPE, Properties: {} };
  return [
    ...(schema ? [{ body: { Resources: { LionrockCanary: bucket } }, source: 'SCHEMA' } as const] : []),
    ...(guard ? [{ body: { Resources: { LionrockCanary: bird } }, source: 'GUARD' } as const] : []),
  ];
}
