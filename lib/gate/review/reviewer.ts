import type {
  GateResult,
  GuardrailsReview,
  IdentityReview,
  LogsReview,
  NetworkReview,
  ResidencyProof,
  Review,
  ReviewKey,
} from '../../model';
import type { Resource, Unit } from '../../template';
import type { GateObserver } from '../observer';
import { approvalsReview } from './approvals';
import type { ReviewBasis } from './basis';
import { controlsReview } from './controls';
import { findingsReview } from './findings';
import { glanceReview } from './glance';
import { identityReview } from './identity';
import { keysReview } from './keys';
import { logsReview } from './logs';
import { networkReview } from './network';
import { Passes } from './passes';
import { guardrailsReview, residencyProof, residencyReview } from './residency';
import { Templates } from './templates';
import { joinedIdentities, joinedLogs } from './units';

/**
 * Makes the review page of a run of the gate: given to it as `observer`, it keeps of each unit what the page shows, and
 * the unit itself can go.
 */
export class Reviewer implements GateObserver {
  private readonly templates: Templates;
  private readonly passes = new Passes();
  private readonly paths: string[] = [];
  private readonly residency: ResidencyProof[] = [];
  private readonly guardrails: GuardrailsReview[] = [];
  private readonly keys: ReviewKey[] = [];
  private readonly logs: LogsReview[] = [];
  private readonly identities: IdentityReview[] = [];
  private readonly networks: NetworkReview[] = [];

  constructor(private readonly basis: ReviewBasis) {
    this.templates = new Templates(basis);
  }

  passed(rule: string, resource: Resource): void {
    this.passes.add(rule, resource);
  }

  judged(unit: Unit): void {
    const { basis } = this;
    const { graph, path } = unit;
    this.paths.push(path);
    this.templates.add(unit);
    this.passes.judged(unit);
    this.residency.push(residencyProof(graph, basis));
    this.keys.push(...keysReview(graph, basis));
    this.logs.push(logsReview(graph, basis));
    this.identities.push(identityReview(graph, basis));
    const guardrails = guardrailsReview(graph, basis);
    if (guardrails) this.guardrails.push(guardrails);
    const network = networkReview(unit, basis);
    if (network) this.networks.push(network);
  }

  /** The page of the run that this one observed. */
  review(result: GateResult): Review {
    const { basis } = this;
    const { findings, fixed = [] } = result;
    const named = [...findings, ...fixed].map(({ template }) => template);
    const templates = this.templates.list(result.inputs, named);
    const positions = new Map(templates.map(({ path }, index) => [path, index]));
    return {
      glance: glanceReview(result, templates, this.paths, basis),
      findings: findingsReview(result, templates, basis.text),
      controls: controlsReview(result, this.passes, positions, basis),
      approvals: approvalsReview(result, basis),
      residency: residencyReview(this.residency, this.guardrails, basis),
      keys: { keys: this.keys },
      logs: joinedLogs(this.logs),
      identity: joinedIdentities(this.identities),
      networks: this.networks,
    };
  }
}
