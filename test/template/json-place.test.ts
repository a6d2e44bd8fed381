import fc from 'fast-check';
import { findNodeAtLocation, parseTree, type JSONPath } from 'jsonc-parser';
import { jsonRoot } from '../../lib/template/read/json-place';

/** Every path into a value. */
function pathsOf(value: unknown): JSONPath[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [[], ...entries.flatMap(([key, item]) => pathsOf(item).map((rest) => [key, ...rest]))];
}

const texts = fc.constantFrom('', '"', '\\', '\\"', '{', '}', '[]', ',:', ' \n', 'é', '\u2028', '\u{1f980}');
const keys = fc.oneof(texts, fc.string(), fc.constantFrom('a', '__proto__', 'Fn::If', 'a.b'));
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(texts, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(keys, tie('json'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test('stands where a full parse of the text finds it, whatever the text holds', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(0, 1, 4, '\t'), (value, indent) => {
      const text = ` ${JSON.stringify(value, null, indent)}\n`;
      const tree = parseTree(text);
      const root = jsonRoot(text);
      for (const path of pathsOf(value)) {
        const node = tree && findNodeAtLocation(tree, path);
        const expected = node?.parent?.type === 'property' ? node.parent.offset : node?.offset;
        const found = path.reduce<ReturnType<typeof root.child>>((place, key) => place?.child(String(key)), root);
        expect(found?.offset).toBe(expected);
      }
      expect(root.child('no such member \0')).toBeUndefined();
    }),
    { seed: 20261125, numRuns: 500 },
  );
});
