import { select, type Selection } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';

/** Moves and enlarges what a picture shows: by dragging, by wheel with the control key, by two fingers, and by buttons. */
export class Zooming {
  private readonly picture: Selection<SVGSVGElement, unknown, null, undefined>;
  private readonly behaviour: ZoomBehavior<SVGSVGElement, unknown>;

  constructor(svg: SVGSVGElement) {
    this.picture = select(svg);
    const { width, height } = svg.viewBox.baseVal;
    this.behaviour = zoom<SVGSVGElement, unknown>()
      .extent([
        [0, 0],
        [width, height],
      ])
      .translateExtent([
        [0, 0],
        [width, height],
      ])
      .scaleExtent([1, 6])
      // The wheel alone, and one finger, go on scrolling the page.
      .filter((event: Event) => {
        if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
        if ('touches' in event) return (event as TouchEvent).touches.length > 1;
        return event instanceof MouseEvent && event.button === 0;
      })
      .on('zoom', ({ transform }: { readonly transform: { toString(): string } }) => {
        svg.querySelector('.zoomed')?.setAttribute('transform', transform.toString());
      });
    this.picture.call(this.behaviour).on('dblclick.zoom', null);
  }

  by(factor: number): void {
    this.behaviour.scaleBy(this.picture, factor);
  }

  reset(): void {
    this.behaviour.transform(this.picture, zoomIdentity);
  }

  end(): void {
    this.picture.on('.zoom', null);
  }
}
