import type { Line } from './lines';
import { addressOf } from '../route/route';
import { Original } from '../ui/original';

/** A control by its id and title, and the way to all that is known of it. */
export function ControlLink({ control }: Pick<Line, 'control'>) {
  return (
    <a href={addressOf({ name: 'control', item: control.id })}>
      {control.id} <Original>{control.title}</Original>
    </a>
  );
}
