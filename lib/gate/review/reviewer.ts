import type { GateResult, Review } from '../../model';
import type { Unit } from '../../template';
import type { GateObserver } from '../observer';
import type { ReviewBasis } from './basis';
import { findingsReview } from './findings';
import { glanceReview } from './glance';
import { Templates } from './templates';

/**
 * Makes the review page of a run of the gate: given to it as `observer`, it keeps of each unit what the page shows, and
 * the unit itself can go.
 */
export class Reviewer implements GateObserver {
  private readonly templates: Templates;
  private readonly paths: string[] = [];

  constructor(private readonly basis: ReviewBasis) {
    this.templates = new Templates(basis);
  }

  judged(unit: Unit): void {
    this.paths.push(unit.path);
    this.templates.add(unit);
  }

  /** The page of the run that this one observed. */
  review(result: GateResult): Review {
    const { findings, fixed = [] } = result;
    const templates = this.templates.list(
      result.inputs,
      [...findings, ...fixed].map(({ template }) => template),
    );
    return {
      glance: glanceReview(result, templates, this.paths, this.basis),
      findings: findingsReview(result, templates, this.basis.text),
    };
  }
}
