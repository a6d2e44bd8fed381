/**
 * What an expectation says, for whoever writes it in another language: values as our expectations read them, so that
 * "true" is true, texts are compared whatever their case, and a number may be text.
 */
export type Shape =
  | { readonly is: 'boolean' | 'not-boolean'; readonly value: boolean }
  | { readonly is: 'set' | 'not-set' | 'filled' }
  | { readonly is: 'among' | 'none-of'; readonly texts: readonly string[] }
  | { readonly is: 'at-least' | 'at-most'; readonly limit: number }
  | { readonly is: 'matching' | 'not-matching'; readonly pattern: RegExp }
  | { readonly is: 'absent-or' | 'some'; readonly inner: Shape }
  | { readonly is: 'field'; readonly path: string; readonly inner: Shape }
  | { readonly is: 'all' | 'either'; readonly inner: readonly Shape[] };

/** The opposite, where there is a shape for it. */
export function opposite(shape: Shape | undefined): Shape | undefined {
  switch (shape?.is) {
    case 'among':
      return { ...shape, is: 'none-of' };
    case 'matching':
      return { ...shape, is: 'not-matching' };
    case 'boolean':
      return { ...shape, is: 'not-boolean' };
    case 'set':
      return { is: 'not-set' };
    default:
      return undefined;
  }
}

/** All of them, or undefined when one has no shape. */
export function shapesOf(items: readonly { readonly shape?: Shape | undefined }[]): readonly Shape[] | undefined {
  const shapes = items.flatMap(({ shape }) => (shape ? [shape] : []));
  return shapes.length === items.length ? shapes : undefined;
}
