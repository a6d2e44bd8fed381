import type { ComponentChildren } from 'preact';
import { useSpeech } from '../language';

/** Words of the catalogue and of findings, which are English whatever the page speaks: a screen reader has to know. */
export function Original({ children }: { readonly children: ComponentChildren }) {
  return useSpeech().language === 'en' ? <>{children}</> : <span lang="en">{children}</span>;
}
