import type { Browser } from 'playwright-core';
import { accessible, fitsWidths } from './appearance';
import { hostile, isQuiet } from './content';
import { deepLinks, exportsCsv, filters, languages, waiverStub } from './use';
import { keyboard } from './keyboard';
import { map, matrix } from './network';
import type { Pages } from './pages';
import { prints } from './paper';
import { residencyDrawn } from './residency';
import { opensFast, staysResponsive } from './speed';
import { wideNetwork } from './wide-network';

/** Something that must hold of the page; gives what does not, a sentence each. */
export interface Check {
  readonly name: string;
  readonly run: (browser: Browser, pages: Pages) => Promise<readonly string[]>;
}

export const CHECKS: readonly Check[] = [
  { name: 'every section opens without a message of the console, and nothing is loaded', run: isQuiet },
  { name: 'what a template says stays text, and no secret shows', run: hostile },
  { name: 'the filter and the search leave what they should', run: filters },
  { name: 'addresses lead to findings, controls, waivers and filters', run: deepLinks },
  { name: 'the keyboard alone leads to a finding and back', run: keyboard },
  { name: 'the map is drawn, and its arrows lead by keyboard to their proof and back', run: map },
  { name: 'arrow keys lead through the matrix', run: matrix },
  { name: 'what leaves is drawn, to each place and by its transfer', run: residencyDrawn },
  { name: 'both languages speak everywhere', run: languages },
  { name: 'tables are saved as CSV', run: exportsCsv },
  { name: 'the waiver to complete is YAML of the register', run: waiverStub },
  { name: 'nothing is wider than the window, at three widths', run: fitsWidths },
  { name: 'axe finds nothing serious, in light and dark, at three widths', run: accessible },
  { name: 'paper holds every section', run: prints },
  { name: '200 departments stay under 15 MB and open in under 2 s', run: opensFast },
  { name: 'the network of 200 departments is drawn in under 2 s, its panels too, and can be read', run: wideNetwork },
  { name: '200 departments are filtered and scrolled without a wait', run: staysResponsive },
];
