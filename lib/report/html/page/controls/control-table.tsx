import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { SeverityMark } from '../ui/severity-mark';
import { Table } from '../ui/table';
import { ControlLink } from './control-link';
import type { Line } from './lines';
import { stateOf } from './state';
import { Sums } from './sums';

const { controls: words } = STRINGS;

export interface ControlTableProps {
  readonly lines: readonly Line[];
  /** Clauses of this framework are shown; of S17 and G3 where it is empty. */
  readonly framework: string;
}

/** Controls with sources, enforcement points and evidence. */
export function ControlTable({ lines, framework }: ControlTableProps) {
  const { t } = useSpeech();
  const shown = framework === '' ? ['s17', 'g3'] : [framework];
  return (
    <Table
      caption={t(words.all)}
      rows={lines}
      keyOf={({ control }) => control.id}
      columns={[
        {
          name: t(words.control),
          isHeader: true,
          cell: ({ control }) => <ControlLink control={control} />,
        },
        { name: t(STRINGS.findings.severity), cell: ({ control }) => <SeverityMark severity={control.severity} /> },
        {
          name: t(words.clauses),
          cell: ({ control }) =>
            control.sources
              .filter((source) => shown.includes(source.framework))
              .map(
                (source) =>
                  `${framework === '' ? `${source.framework.toUpperCase()} ` : ''}${source.clauses.join(', ')}`,
              )
              .join('; '),
        },
        {
          name: t(words.points),
          cell: ({ control }) => control.points.map((point) => t(STRINGS.point[point])).join(', '),
        },
        {
          name: t(words.evidence),
          cell: (line) => {
            const state = stateOf(line.control, line.counts);
            return (
              <>
                <span class={`mark state-${state}`}>{t(words[state])}</span>{' '}
                <Sums passes={line.passes} counts={line.counts} />
              </>
            );
          },
        },
      ]}
    />
  );
}
