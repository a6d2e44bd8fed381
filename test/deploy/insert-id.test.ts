import { withId } from '../../lib/deploy/accounts/insert-id';

it.each<[string, string, string | undefined]>([
  ['behind the name', 'list:\n  - name: a\n    unit: b\n', "list:\n  - name: a\n    id: '200000000001'\n    unit: b\n"],
  [
    'behind the comment of the name',
    'list:\n  - name: a # old\n',
    "list:\n  - name: a # old\n    id: '200000000001'\n",
  ],
  ['where the file ends', 'list:\n- name: a', "list:\n- name: a\n  id: '200000000001'"],
  ['in braces', 'list: [{name: a,unit: b}]\n', "list: [{name: a, id: '200000000001',unit: b}]\n"],
  ['before all else where there is no name', 'list:\n  - unit: b\n', "list:\n  - id: '200000000001'\n    unit: b\n"],
  [
    'in place of an empty one',
    'list:\n  - name: a\n    id:  # to come\n',
    "list:\n  - name: a\n    id: '200000000001'  # to come\n",
  ],
  ['in place of null', 'list: [{ name: a, id: null }]\n', "list: [{ name: a, id: '200000000001' }]\n"],
  ['nowhere behind an alias', 'a: &a { name: a }\nlist:\n  - *a\n', undefined],
  ['nowhere where there is no such mapping', 'list: []\n', undefined],
])('an id is entered %s, and all else stays', (_, text, expected) => {
  expect(withId(text, ['list', 0], 'id', '200000000001')).toBe(expected);
});
