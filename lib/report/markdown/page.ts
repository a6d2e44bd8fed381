/** Characters of a comment that GitHub takes: https://docs.github.com/rest/issues/comments answers 422 beyond 65,536. */
const MOST = 65_000;

/** Characters of details after which sections are told by a line each. */
const DETAILS = 24_000;

/** Characters of such lines. */
const LINES = 12_000;

const FOOTER = '\nAll of it: `lionrock gate --format json`; why, and by whose rules: `lionrock explain ID`.\n';

/** A page of bounded length: what would not fit is not added, and the caller is told. */
export class Page {
  private content: string;
  /** Characters left for each. */
  private readonly room = { details: DETAILS, lines: LINES };

  constructor(
    head: readonly string[],
    private readonly footer = FOOTER,
  ) {
    this.content = `${head.join('\n')}\n`;
  }

  /** Adds text as a whole, or a line that says that there is no room for it. */
  add(text: string): void {
    if (this.fits(text)) this.content += text;
    else if (!this.content.endsWith(NO_ROOM)) this.content += NO_ROOM;
  }

  /** Adds the first of these sections that fit; returns how many. */
  addDetails(texts: readonly string[]): number {
    return this.addFirst(texts, 'details');
  }

  /** Adds the first of these lines that fit; returns how many. */
  addLines(texts: readonly string[]): number {
    return this.addFirst(texts, 'lines');
  }

  text(): string {
    return `${this.content.trimEnd()}\n${this.footer}`;
  }

  private addFirst(texts: readonly string[], kind: 'details' | 'lines'): number {
    const end = texts.findIndex((text) => {
      if (!this.fits(text) || text.length > this.room[kind]) return true;
      this.content += text;
      this.room[kind] -= text.length;
      return false;
    });
    return end < 0 ? texts.length : end;
  }

  private fits(text: string): boolean {
    return this.content.length + text.length + NO_ROOM.length + this.footer.length <= MOST;
  }
}

const NO_ROOM = '\n… there is more than a comment holds.\n';
