import type { DrawnReview } from '../drawn-review';
import type { Packed } from '../pack/pack';
import { unpack } from '../pack/unpack';

/** The review that stands in the file; each part is put together and read when it is first looked at. */
export function reviewIn(document: Document): DrawnReview {
  const review = {};
  const pieces = new Map<string, HTMLElement[]>();
  for (const element of document.querySelectorAll<HTMLElement>('script[data-part]')) {
    const name = element.dataset['part'] ?? '';
    pieces.set(name, [...(pieces.get(name) ?? []), element]);
  }
  for (const [name, elements] of pieces) {
    let part: unknown;
    Object.defineProperty(review, name, {
      enumerable: true,
      get: () => {
        // The same version of this project wrote it, into the same file.
        part ??= unpack(JSON.parse(elements.map(({ textContent }) => textContent).join('')) as Packed);
        return part;
      },
    });
  }
  return review as DrawnReview;
}
