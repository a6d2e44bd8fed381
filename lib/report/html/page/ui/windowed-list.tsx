import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useSight } from './use-sight';

export interface WindowedListProps<T> {
  readonly items: readonly T[];
  /** Height of an item in `rem`. */
  readonly heightOf: (item: T) => number;
  /** Whether an item can be gone to by keys; it then holds one link. */
  readonly isLink: (item: T) => boolean;
  readonly keyOf: (item: T) => string;
  readonly label: string;
  /** Key of the item that is brought into sight. */
  readonly current?: string;
  readonly children: (item: T, isReached: boolean) => ComponentChildren;
}

/** Items above and below of what is in sight that are there already. */
const SPARE = 8;

/**
 * A list of which only what is in sight is in the document: thousands of items cost as little as forty. The arrow keys, Page
 * Up and Down, Home and End go from link to link; Tab goes past the list.
 */
export function WindowedList<T>(props: WindowedListProps<T>) {
  const { items, heightOf, isLink, keyOf, label, current, children } = props;
  const box = useRef<HTMLUListElement>(null);
  const [seen, lookAgain] = useSight(box);
  const [reached, setReached] = useState(-1);
  const shouldFocus = useRef(false);
  const tops = useMemo(() => topsOf(items, heightOf), [items]);
  const rem = remInPixels();
  const links = useMemo(() => items.flatMap((item, index) => (isLink(item) ? [index] : [])), [items]);
  const active = links.includes(reached)
    ? reached
    : (links.find((at) => at === indexOf(items, keyOf, current)) ?? links[0] ?? -1);

  useLayoutEffect(() => {
    const at = indexOf(items, keyOf, current);
    if (at >= 0) reveal(box.current, tops, at, rem);
  }, [items, current]);

  useLayoutEffect(() => {
    if (!shouldFocus.current) return;
    shouldFocus.current = false;
    box.current?.querySelector<HTMLAnchorElement>(`li[data-at="${active}"] a`)?.focus();
  });

  const goTo = (at: number) => {
    reveal(box.current, tops, at, rem);
    lookAgain();
    shouldFocus.current = true;
    setReached(at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextLink(event.key, links, links.indexOf(active), seen.height / (4 * rem));
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goTo(next);
  };

  const [from, to] = rangeOf(tops, seen.top / rem, (seen.top + seen.height) / rem);
  const shown = new Set([...items.keys()].slice(from, to));
  if (active >= 0) shown.add(active);
  return (
    <ul class="windowed" ref={box} aria-label={label} onKeyDown={onKeyDown} role="list">
      {[...shown]
        .toSorted((a, b) => a - b)
        .map((at) => {
          const item = items[at];
          if (item === undefined) return null;
          const style = { top: `${tops[at] ?? 0}rem`, height: `${heightOf(item)}rem` };
          return (
            <li key={keyOf(item)} data-at={at} aria-setsize={items.length} aria-posinset={at + 1} style={style}>
              {children(item, at === active)}
            </li>
          );
        })}
      <li class="end" aria-hidden="true" style={{ top: `${tops.at(-1) ?? 0}rem` }} />
    </ul>
  );
}

/** Where each item begins, and where the last one ends. */
function topsOf<T>(items: readonly T[], heightOf: (item: T) => number): readonly number[] {
  let top = 0;
  return [
    ...items.map((item) => {
      top += heightOf(item);
      return top - heightOf(item);
    }),
    top,
  ];
}

function rangeOf(tops: readonly number[], top: number, bottom: number): readonly [from: number, to: number] {
  const from = tops.findLastIndex((each) => each <= top);
  const to = tops.findIndex((each) => each >= bottom);
  return [Math.max(0, from - SPARE), (to < 0 ? tops.length : to) + SPARE];
}

function indexOf<T>(items: readonly T[], keyOf: (item: T) => string, key: string | undefined): number {
  return key === undefined ? -1 : items.findIndex((item) => keyOf(item) === key);
}

function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function reveal(box: HTMLElement | null, tops: readonly number[], at: number, rem: number): void {
  if (!box) return;
  const [top, bottom] = [(tops[at] ?? 0) * rem, (tops[at + 1] ?? 0) * rem];
  if (top < box.scrollTop) box.scrollTop = Math.max(0, top - 3 * rem);
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight + rem;
}

/** The link to which a key goes from the link at a position; undefined for a key that goes nowhere. */
function nextLink(key: string, links: readonly number[], position: number, page: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: Math.max(1, Math.floor(page)),
    PageUp: -Math.max(1, Math.floor(page)),
    Home: -links.length,
    End: links.length,
  };
  const step = steps[key];
  if (step === undefined || links.length === 0) return undefined;
  return links[Math.min(links.length - 1, Math.max(0, position + step))];
}
