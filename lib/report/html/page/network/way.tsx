import type { NetworkReview } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { Original } from '../ui/original';

const { network: words } = STRINGS;

export interface WayProps {
  readonly review: NetworkReview;
  readonly hops: readonly number[];
  /** Whether the hops are in order. @default true */
  readonly inOrder?: boolean;
}

/** Hops with what each does and the line of the template that says so. */
export function Way({ review, hops, inOrder = true }: WayProps) {
  const List = inOrder ? 'ol' : 'ul';
  return (
    <List class="way">
      {hops.map((hop, index) => (
        <Hop key={index} review={review} hop={hop} />
      ))}
    </List>
  );
}

function Hop({ review, hop }: { readonly review: NetworkReview; readonly hop: number }) {
  const { t } = useSpeech();
  const found = review.hops[hop];
  if (!found) return null;
  return (
    <li>
      <Original>
        {!found.why.includes(found.hop) && <strong>{found.hop} </strong>}
        {found.why}
      </Original>
      {found.resource === undefined ? (
        <span class="second">{t(words.nowhere)}</span>
      ) : (
        <Source review={review} resource={found.resource} />
      )}
    </li>
  );
}

/** Where a resource stands: type, template, line, logical id. */
export function Source({ review, resource }: { readonly review: NetworkReview; readonly resource: number }) {
  const { t } = useSpeech();
  const found = review.resources[resource];
  if (!found) return null;
  const { template, line, logicalId, type } = found;
  const path = review.templates[template] ?? '';
  return (
    <span class="second source" title={path}>
      <code>{path.replace(/^.*\//, '')}</code>
      {line !== undefined && ` ${t(words.line, { line: String(line) })}`}
      {': '}
      <code>{logicalId}</code> {type !== '' && <span class="type">{type.replace(/^AWS::/, '')}</span>}
    </span>
  );
}
