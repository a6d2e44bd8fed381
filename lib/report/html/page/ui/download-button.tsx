import { STRINGS } from '../../strings';
import { useSpeech } from '../language';

export interface DownloadButtonProps {
  readonly file: string;
  /** Made when it is asked for. */
  readonly content: () => string;
  /** What is downloaded, for those who hear the page. */
  readonly label: string;
}

/** Saves a table as a file; it never leaves the machine. */
export function DownloadButton({ file, content, label }: DownloadButtonProps) {
  const { t } = useSpeech();
  const save = () => {
    const address = URL.createObjectURL(new Blob([content()], { type: 'text/csv;charset=utf-8' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: file });
    link.click();
    // The download has its own hold on the data by then.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <button type="button" class="download" onClick={save} aria-label={`${t(STRINGS.page.download)}: ${label}`}>
      {t(STRINGS.page.download)}
    </button>
  );
}
