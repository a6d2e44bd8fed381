import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { format, type Language, type Translate } from '../strings';

/** The language in which the page speaks. */
export interface Speech {
  readonly language: Language;
  readonly t: Translate;
}

export const SpeechContext = createContext<Speech>({ language: 'en', t: format('en') });

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
