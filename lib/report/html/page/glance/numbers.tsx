import type { GlanceReview, Severity } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { addressOf } from '../route/route';
import { SEVERITY_ORDER } from '../order';
import { Facts } from '../ui/facts';

const { glance: words, status } = STRINGS;

/** The sums, each a way to what it counts. */
export function Numbers({ glance }: { readonly glance: GlanceReview }) {
  const { t } = useSpeech();
  const { summary, baseline, coverage } = glance;
  const failed = (severity: Severity) => glance.families.reduce((sum, { fail }) => sum + fail[severity], 0);
  const severities = SEVERITY_ORDER.filter((severity) => failed(severity) > 0);
  return (
    <section class="numbers">
      <h3>{t(words.numbers)}</h3>
      <Facts
        facts={[
          [t(status.fail), <Sum key="fail" count={summary.fail} href={to({ status: 'fail' })} />],
          ...severities.map((severity): [string, preact.JSX.Element] => [
            `– ${t(STRINGS.severity[severity])}`,
            <Sum key={severity} count={failed(severity)} href={to({ status: 'fail', severity })} />,
          ]),
          [t(status.unknown), <Sum key="unknown" count={summary.unknown} href={to({ status: 'unknown' })} />],
          [t(status.waived), <Sum key="waived" count={summary.waived} href={to({ status: 'waived' })} />],
          [t(status.pass), <Sum key="pass" count={summary.pass} />],
          [
            t(words.coverage),
            <>
              <a href="#controls" key="coverage">
                {coverage.evidenced}
              </a>{' '}
              {t(words.ofApplicable, { n: coverage.applicable })}
            </>,
          ],
        ]}
      />
      <h3>{t(words.baseline)}</h3>
      {!baseline && <p>{t(words.noBaseline)}</p>}
      {baseline && (
        <Facts
          facts={[
            [t(words.new), <Sum key="new" count={baseline.new} href={to({ state: 'new' })} />],
            [t(words.fixed), String(baseline.fixed)],
            [t(words.unchanged), <Sum key="unchanged" count={baseline.unchanged} href={to({ state: 'unchanged' })} />],
          ]}
        />
      )}
    </section>
  );
}

/** The findings of a filter. */
function to(query: Readonly<Record<string, string>>): string {
  return addressOf({ name: 'findings', query });
}

function Sum({ count, href }: { readonly count: number; readonly href?: string }) {
  const text = count.toLocaleString('en');
  return href === undefined || count === 0 ? <>{text}</> : <a href={href}>{text}</a>;
}
