import type { LandingZoneConfig } from './schema';
import type { Path } from './source';

type Ingress = NonNullable<LandingZoneConfig['network']['ingress']>;

/** One of the ways in from the internet. */
export interface PlacedIngress {
  readonly ingress: Ingress;
  /** Undefined for the first, which is `network.ingress`. */
  readonly name: string | undefined;
  /** How people call it: `the way in`, `the way in "payments"`. */
  readonly title: string;
  readonly path: Path;
}

/** All ways in: `network.ingress`, and those beside it. */
export function ingressesOf({ network }: LandingZoneConfig): PlacedIngress[] {
  const { ingress: first, furtherIngresses } = network;
  const title = 'the way in';
  return [
    ...(first ? [{ ingress: first, name: undefined, title, path: ['network', 'ingress'] }] : []),
    ...furtherIngresses.map(({ name, ...ingress }, index) => ({
      ingress,
      name,
      title: `${title} "${name}"`,
      path: ['network', 'furtherIngresses', index],
    })),
  ];
}
