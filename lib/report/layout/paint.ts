import { createColors } from 'picocolors';

type Colour = (text: string) => string;

/** Colours by meaning; all leave the text as it is when colour is off. */
export interface Paint {
  readonly bad: Colour;
  readonly doubt: Colour;
  readonly good: Colour;
  readonly bold: Colour;
  readonly dim: Colour;
}

export function paintFor(color: boolean): Paint {
  const { red, yellow, green, bold, dim } = createColors(color);
  return { bad: red, doubt: yellow, good: green, bold, dim };
}
