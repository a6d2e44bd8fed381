import type { ComponentChildren } from 'preact';
import type { Pointed } from './lit';

export interface MapLinkProps {
  readonly href: string;
  /** Classes, of which those that do not apply are empty. */
  readonly classes: readonly string[];
  /** What it is, for those who hear the page. */
  readonly name: string;
  readonly isChosen: boolean;
  /** What is pointed at when the pointer or the focus is on it. */
  readonly is: Pointed;
  readonly onPoint: (pointed: Pointed) => void;
  readonly children: ComponentChildren;
}

/** A zone or an arrow of the picture: a link to its panel, which lights up what belongs to it. */
export function MapLink({ href, classes, name, isChosen, is, onPoint, children }: MapLinkProps) {
  const point = (): void => onPoint(is);
  const leave = (): void => onPoint(undefined);
  return (
    <a
      href={href}
      class={[...classes, isChosen ? 'chosen' : ''].filter((each) => each !== '').join(' ')}
      aria-label={name}
      aria-current={isChosen ? 'true' : undefined}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      {children}
    </a>
  );
}
