/** Short forms whose long form does not start with `Fn::`. */
const BARE = new Set(['Ref', 'Condition']);

const FUNCTIONS = new Set(
  (
    'And Base64 Cidr Contains EachMemberEquals EachMemberIn Equals FindInMap ForEach GetAZs GetAtt GetStackOutput If ' +
    'ImportValue Join Length Not Or RefAll Select Split Sub ToJsonString Transform ValueOf ValueOfAll'
  ).split(' '),
);

/** Long form of a tagged value: `!GetAtt a.b` becomes `{ Fn::GetAtt: [a, b] }`. Undefined for an unknown tag. */
export function longForm(tag: string, value: unknown): object | undefined {
  const name = tag.slice(1);
  if (BARE.has(name)) return { [name]: value };
  if (!FUNCTIONS.has(name)) return undefined;
  if (name === 'GetAtt' && typeof value === 'string') return { 'Fn::GetAtt': splitOnce(value) };
  return { [`Fn::${name}`]: value };
}

function splitOnce(text: string): readonly string[] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}
