import type { WitnessHop } from '../../../../model';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import { Original } from '../ui/original';

/** The way of packets or data, hop by hop, each with what lets it through. */
export function Witness({ hops }: { readonly hops: readonly WitnessHop[] }) {
  const { t } = useSpeech();
  return (
    <>
      <h4>{t(STRINGS.findings.witness)}</h4>
      <ol class="witness">
        {hops.map(({ hop, why, template, logicalId }, index) => (
          <li key={index}>
            <strong>{hop}</strong> <Original>{why}</Original>
            {logicalId !== '' && (
              <span class="second">
                {template}: <code>{logicalId}</code>
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
