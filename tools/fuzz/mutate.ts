/** Whole numbers below a limit, the same for the same seed (mulberry32). */
export type Random = (limit: number) => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** What templates, JSON, YAML and text are broken with. */
const SNIPPETS = [
  '{', '}', '[', ']', '"', ',', ':', '\n', '  ', '- ', '!Ref ', '!Sub ', '!If ', '&a ', '*a', '<<: ', '|', '>', '#', '\\',
  '\0', '\ufeff', '\u{1f980}', '9'.repeat(400), '${', '}', '{{resolve:ssm:', 'AWS::NoValue', '__proto__', 'Fn::If', 'null',
]; // prettier-ignore

/** Text with a few of its bytes cut, doubled, moved or put in. */
export function mutateText(text: string, random: Random): string {
  let mutated = text;
  for (let edits = 1 + random(4); edits > 0; edits--) {
    const at = random(mutated.length + 1);
    const end = Math.min(mutated.length, at + random(20));
    const piece = random(3) === 0 ? mutated.slice(at, end) : (SNIPPETS[random(SNIPPETS.length)] ?? '');
    mutated = mutated.slice(0, at) + piece + mutated.slice(random(2) === 0 ? at : end);
  }
  return mutated;
}

/** What no template should hold where it stands. */
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  '',
  'x',
  [],
  {},
  [[]],
  { Ref: 'AWS::NoValue' },
  { Ref: [] },
  { 'Fn::GetAtt': [] },
  { 'Fn::Sub': ['${a}', 1] },
  { 'Fn::If': ['None', { Ref: 'AWS::NoValue' }, []] },
  { 'Fn::Select': [9, { 'Fn::Split': [',', { Ref: 'None' }] }] },
  { 'Fn::Join': ['', [{ Ref: 'AWS::Region' }, { 'Fn::ImportValue': 'none' }]] },
  { 'Fn::FindInMap': ['None', 'a', 'b'] },
  { 'Fn::Transform': { Name: 'Macro' } },
  '{{resolve:secretsmanager:a:SecretString:b}}',
];

/** A body in which values at a few places are others: odd ones, or ones of another place. */
export function mutateBody(body: unknown, random: Random): unknown {
  const copy: unknown = structuredClone(body);
  for (let edits = 1 + random(4); edits > 0; edits--) {
    const places = placesOf(copy);
    const place = places[random(places.length)];
    const other = places[random(places.length)];
    if (!place || !other) return copy;
    const source: unknown = random(3) === 0 ? Reflect.get(other.holder, other.key) : ODD[random(ODD.length)];
    const value: unknown = structuredClone(source);
    if (random(6) === 0) Reflect.deleteProperty(place.holder, place.key);
    else Reflect.set(place.holder, place.key, value);
  }
  return copy;
}

interface Spot {
  readonly holder: object;
  readonly key: string;
}

/** Every place that holds a value, without recursion: bodies may be deep. */
function placesOf(body: unknown): readonly Spot[] {
  const places: Spot[] = [];
  const open = typeof body === 'object' && body !== null ? [body] : [];
  for (let holder = open.pop(); holder; holder = open.pop()) {
    for (const [key, value] of Object.entries(holder) as [string, unknown][]) {
      places.push({ holder, key });
      if (typeof value === 'object' && value !== null) open.push(value);
    }
  }
  return places;
}
