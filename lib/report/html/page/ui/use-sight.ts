import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** What of a box is in sight, in pixels. */
export interface Sight {
  readonly top: number;
  readonly height: number;
}

/** Follows the scrolling and the size of a box; the function looks again at once. */
export function useSight(box: RefObject<HTMLElement | null>): readonly [Sight, lookAgain: () => void] {
  const [sight, setSight] = useState<Sight>({ top: 0, height: 900 });
  const look = () => {
    if (box.current) setSight({ top: box.current.scrollTop, height: box.current.clientHeight });
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return [sight, look];
}
