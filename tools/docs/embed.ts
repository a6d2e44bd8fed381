/**
 * Replaces what stands between `<!-- BEGIN name -->` and `<!-- END name -->`.
 * @throws Error when the marks are missing.
 */
export function embed(text: string, name: string, content: string): string {
  const begin = `<!-- BEGIN ${name} -->`;
  const end = `<!-- END ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`expected the marks "${begin}" and "${end}", in this order`);
  return `${text.slice(0, from + begin.length)}\n\n${content.trim()}\n\n${text.slice(to)}`;
}
