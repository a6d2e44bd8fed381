import type { NetworkHub, NetworkReview } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { Source } from './way';

const { network: words } = STRINGS;

/** Transit gateways: what is attached to them, and where their route tables lead. */
export function Hubs({ review }: { readonly review: NetworkReview }) {
  const { t } = useSpeech();
  if (review.hubs.length === 0) return null;
  return (
    <details>
      <summary>{t(words.hubs)}</summary>
      {review.hubs.map((hub) => (
        <Hub key={hub.name} review={review} hub={hub} />
      ))}
    </details>
  );
}

function Hub({ review, hub }: { readonly review: NetworkReview; readonly hub: NetworkHub }) {
  const { t } = useSpeech();
  return (
    <>
      <h4>
        {hub.name}
        {hub.account !== undefined && ` (${review.accounts[hub.account]?.name ?? ''})`}
      </h4>
      {hub.resource !== undefined && <Source review={review} resource={hub.resource} />}
      {hub.tables.map((table) => (
        <div class="scroll" key={table.name}>
          <table>
            <caption>
              {table.name}:{' '}
              {hub.attachments
                .filter(({ tables }) => tables.includes(table.name))
                .map(({ vpc, name }) => review.vpcs[vpc ?? -1]?.name ?? name)
                .join(', ')}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t(words.destination)}</th>
                <th scope="col">{t(words.leadsTo)}</th>
              </tr>
            </thead>
            <tbody>
              {table.routes.map(({ destination, to }, index) => (
                <tr key={index}>
                  <td>{destination}</td>
                  <td>{to ?? t(words.leadsNowhere)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}
