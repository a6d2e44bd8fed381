import type { NetworkReview } from '../../../../model';
import type { MapLine } from '../../map';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import type { Addresses } from './chosen';
import { KindMark } from './kind-mark';
import { trafficText } from './traffic';

const { network: words } = STRINGS;

export interface FlowTableProps {
  readonly review: NetworkReview;
  /** What the map shows of it. */
  readonly lines: readonly MapLine[];
  readonly addresses: Addresses;
}

/** All that the map draws, as a table: arrows of the same kind between the same zones are one row. */
export function FlowTable({ review, lines, addresses }: FlowTableProps) {
  const { t } = useSpeech();
  if (lines.length === 0) return <p>{t(words.noneShown)}</p>;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t(words.list)}>
      <table>
        <thead>
          <tr>
            {[words.from, words.to, words.traffic, words.title, words.declaredBy, words.inspection].map(
              (word, index) => (
                <th key={index} scope="col">
                  {index === 3 ? '' : t(word)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {lines.toReversed().map((line) => (
            <Row key={`${line.from} ${line.to} ${line.kind}`} review={review} line={line} addresses={addresses} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Omit<FlowTableProps, 'lines'> {
  readonly line: MapLine;
}

function Row({ review, line, addresses }: RowProps) {
  const { t } = useSpeech();
  const [first = -1, ...others] = line.arrows;
  const arrow = review.arrows[first];
  if (!arrow) return null;
  const { from, to, kind, traffic, flows, inspected } = arrow;
  return (
    <tr>
      <td>{review.places[from]?.name}</td>
      <td>
        <a href={addresses.pair(from, to)}>{review.places[to]?.name}</a>
        {others.length > 0 && <span class="second"> {t(words.more, { n: others.length })}</span>}
      </td>
      <td>{trafficText(traffic, t)}</td>
      <td>
        <KindMark kind={kind} />
      </td>
      <td>{flows.map(({ id }) => id).join(', ')}</td>
      <td>{inspected ? t(STRINGS.inspectedShort[inspected]) : ''}</td>
    </tr>
  );
}
