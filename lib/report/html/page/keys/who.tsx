import type { KeyPower, ReviewKey } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';

const { keys: words } = STRINGS;

/** Names that a cell shows; the rest is counted, and stands with the key. */
const SHOWN = 3;

export interface WhoProps {
  readonly identities: ReviewKey['identities'];
  readonly power: KeyPower;
}

/** Who surely has a power over a key, and how many perhaps have it. */
export function Who({ identities, power }: WhoProps) {
  const { t } = useSpeech();
  const having = identities.flatMap(({ name, powers }) => {
    const answer = powers.find((each) => each.power === power)?.answer;
    return answer === undefined ? [] : [{ name, answer }];
  });
  const [sure, unsure] = [
    having.filter(({ answer }) => answer === 'yes'),
    having.filter(({ answer }) => answer !== 'yes'),
  ];
  if (having.length === 0) return <span class="second">{t(words.nobody)}</span>;
  return (
    <ul class="tight">
      {sure.slice(0, SHOWN).map(({ name }) => (
        <li key={name}>{name}</li>
      ))}
      {sure.length > SHOWN && <li>+ {sure.length - SHOWN}</li>}
      {unsure.length > 0 && <li class="second">{t(words.somePerhaps, { n: unsure.length })}</li>}
    </ul>
  );
}
