import type { Review } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { Facts } from '../ui/facts';

const { glance: words, page } = STRINGS;

/** What was judged, when, by what: enough to judge the same again. */
export function Subject({ review: { glance } }: { readonly review: Review }) {
  const { t } = useSpeech();
  const { profile, inputs, tool } = glance;
  const accounts = (text: string, n: number) => `${text} (${t(words.accounts, { n })})`;
  return (
    <>
      <h3>{t(words.judged)}</h3>
      <Facts
        facts={[
          [t(words.landingZone), glance.landingZone ?? t(page.notStated)],
          [t(words.profile), `${profile.title} (${profile.id}): ${profile.framework}`],
          [t(words.deploymentModel), glance.deploymentModel ?? t(page.notStated)],
          [
            t(words.classification),
            glance.classifications.map(({ name, count }) => accounts(name, count)).join(', ') || t(page.notStated),
          ],
          [
            t(words.systemTiers),
            glance.systemTiers.map(({ name, count }) => accounts(t(words.tier, { tier: name }), count)).join(', ') ||
              t(page.notStated),
          ],
          [t(words.judgedAt), `${glance.judgedAt.replace('T', ' ').replace(/\.\d+Z$/, '')} UTC`],
          [
            t(words.inputs),
            [
              t(words.templates, { n: inputs.templates }),
              t(words.resources, { n: inputs.resources }),
              t(words.evaluations, { n: inputs.evaluations }),
            ].join(', '),
          ],
          [t(words.digest), inputs.digest === undefined ? t(page.notStated) : <code>{inputs.digest}</code>],
          [t(words.tool), `Lionrock ${tool.version}, ${t(words.ruleSet, { ruleSet: tool.ruleSet })}`],
        ]}
      />
    </>
  );
}
