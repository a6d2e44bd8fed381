import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { Original } from '../ui/original';
import { Table } from '../ui/table';
import { ControlLink } from './control-link';
import type { Line } from './lines';

const { controls: words } = STRINGS;

/** What nobody has shown: as plainly as what passes. */
export function Gaps({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useSpeech();
  const gaps = lines.filter(({ control }) => control.applies && !control.evidenced);
  if (gaps.length === 0) return <p>{t(words.noGaps)}</p>;
  return (
    <>
      <h3>
        {t(words.gaps)} ({gaps.length})
      </h3>
      <Table
        caption={t(words.gaps)}
        rows={gaps}
        keyOf={({ control }) => control.id}
        columns={[
          {
            name: t(words.control),
            isHeader: true,
            cell: ({ control }) => <ControlLink control={control} />,
          },
          {
            name: t(STRINGS.identity.because),
            cell: ({ control }) =>
              control.uncovered === undefined ? t(words.nothingToJudge) : <Original>{control.uncovered}</Original>,
          },
        ]}
      />
    </>
  );
}
