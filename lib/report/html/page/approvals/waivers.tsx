import { useEffect, useRef } from 'preact/hooks';
import type { ApprovalsReview, ReviewWaiver } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { addressOf } from '../route/route';
import { Facts } from '../ui/facts';

const { approvals: words } = STRINGS;

export interface WaiversProps {
  readonly approvals: ApprovalsReview;
  /** Id of the waiver that was asked for. */
  readonly chosen: string;
}

/** The register of waivers, what ends first in front. */
export function Waivers({ approvals: { waivers, hasRegister }, chosen }: WaiversProps) {
  const { t } = useSpeech();
  const inOrder = waivers.toSorted((a, b) => (a.daysLeft ?? -Infinity) - (b.daysLeft ?? -Infinity));
  return (
    <>
      <h3>{t(words.waivers)}</h3>
      {waivers.length === 0 && <p>{t(hasRegister ? words.noWaivers : words.noRegister)}</p>}
      {inOrder.map((waiver) => (
        <WaiverCard key={waiver.id} waiver={waiver} isChosen={waiver.id === chosen} />
      ))}
    </>
  );
}

function WaiverCard({ waiver, isChosen }: { readonly waiver: ReviewWaiver; readonly isChosen: boolean }) {
  const { t } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isChosen) heading.current?.focus();
  }, [isChosen]);
  const { id, control, rule, scope, reason, compensatingControl, state, daysLeft, findings } = waiver;
  const where = Object.entries(scope).map(
    ([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return (
    <article class="card">
      <h4 ref={heading} tabIndex={-1}>
        {id} <span class={`mark waiver-${state}`}>{t(STRINGS.waiverState[state])}</span> <Term daysLeft={daysLeft} />
      </h4>
      <Facts
        facts={[
          [
            t(words.what),
            <>
              {control && <a href={addressOf({ name: 'control', item: control })}>{control}</a>} {rule}
            </>,
          ],
          [
            t(STRINGS.findings.title),
            <a key="findings" href={addressOf({ name: 'findings', query: { text: id } })}>
              {t(words.covers, { n: findings })}
            </a>,
          ],
          [t(words.scope), where.join('; ')],
          [t(words.reason), reason],
          [t(words.instead), compensatingControl],
          [
            t(words.people),
            [t(words.riskOf, { name: waiver.riskOwner }), t(words.approvedBy, { name: waiver.approver })].join('; '),
          ],
          [t(words.reference), waiver.ticket],
          [t(words.term), `${waiver.issued} – ${waiver.expires}`],
        ]}
      />
    </article>
  );
}

function Term({ daysLeft }: { readonly daysLeft: number | undefined }) {
  const { t } = useSpeech();
  if (daysLeft === undefined) return null;
  const text = daysLeft < 0 ? t(words.daysOver, { n: -daysLeft }) : t(words.daysLeft, { n: daysLeft });
  return <span class="second">{text}</span>;
}
