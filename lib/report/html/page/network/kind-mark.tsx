import type { ArrowKind } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';

/** What stands for each kind in tables and on arrows: told apart by its shape. */
export const KIND_SIGNS: Readonly<Record<ArrowKind | 'no' | 'within' | 'through', string>> = {
  declared: '●',
  undeclared: '▲',
  possible: '○',
  unknown: '?',
  impossible: '✕',
  no: '·',
  within: '↺',
  through: '⤳',
};

/** The kind of an arrow by sign and word. */
export function KindMark({ kind }: { readonly kind: ArrowKind }) {
  const { t } = useSpeech();
  return (
    <span class={`mark arrow-${kind}`}>
      <span aria-hidden="true">{KIND_SIGNS[kind]}</span> {t(STRINGS.arrowShort[kind])}
    </span>
  );
}
