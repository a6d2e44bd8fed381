import { REGIONS, regionsOutside, type GuardrailProof, type ResidualAction, type Trilean } from '../../../model';
import type { Profile } from '../../../profiles';
import type { Graph } from '../../../template';
import { bindingIn, organizationOf, type Organization } from '../organization';
import {
  ActionMatchers,
  FRESH_ACCOUNT,
  instanceOf,
  isPlain,
  PlaceSweep,
  type ActionGroup,
  type Actor,
  type Given,
} from '../sweep';
import { actionNames, listed, whyPossible } from './explain';
import { Exemptions, MOVES, type Moves } from './exempt';
import { valuesOf, type Naming } from './naming';
import { possibleIn, type Found } from './possible';
import { property, type Property } from './property';

/** The guardrails of an organisation with all that they let pass, worked out when it is read. */
export interface Guardrails {
  readonly organization: Organization;
  /** In the order in which people read them. */
  readonly properties: readonly Property[];
  readonly residual: readonly ResidualAction[];
  /** Whether nobody whom no policy names can call any of these actions, with what is given of the request. */
  nobodyCan(actions: readonly string[], given?: GivenCall): Property;
  /** Whether nobody of another organisation, or of none, can call an action on what an account here holds. */
  outsidersCannot(action: string): Property;
  /** Whether the root user of no member account can call anything. */
  rootCanNothing(): Property;
}

/** What is given of a call. */
export interface GivenCall extends Given {
  /** It moves something towards any of these regions. */
  readonly naming?: Naming;
  /** Where it is called. Default: all regions of the partition. */
  readonly regions?: readonly string[];
}

const READ = new WeakMap<Graph, Map<string, Guardrails>>();

/**
 * Sweeps the guardrails of a graph once for each profile.
 * @param allowed Actions that the organisation lets be called in every region, beside those of global services: patterns.
 */
export function guardrailsOf(graph: Graph, profile: Profile, allowed: readonly string[] = []): Guardrails {
  const known = READ.get(graph) ?? new Map<string, Guardrails>();
  READ.set(graph, known);
  const key = JSON.stringify([profile.id, ...allowed.toSorted()]);
  const made = known.get(key) ?? new Sweep(organizationOf(graph, profile.partition), profile, new Exemptions(allowed));
  known.set(key, made);
  return made;
}

/** The proof as people and programs read it. */
export function proofOf({ properties, residual }: Guardrails): GuardrailProof {
  return {
    properties: properties.map(({ name, answer, counterexamples }) => ({
      name,
      answer,
      counterexamples: counterexamples.map(({ sentence }) => sentence),
    })),
    residual,
  };
}

/** What a request from outside says of its organisation: another one, or none. */
const OUTSIDERS: readonly NonNullable<Given['keys']>[] = [
  {
    'aws:principalorgid': [instanceOf('o-*')],
    'aws:principalorgpaths': [instanceOf('o-*/r-*/ou-*/')],
    'aws:principalaccount': [FRESH_ACCOUNT],
  },
  { 'aws:principalorgid': [], 'aws:principalorgpaths': [], 'aws:principalaccount': [FRESH_ACCOUNT] },
];

const BREAK_GLASS: readonly (readonly ['trail' | 'keys' | 'leaving', string, readonly string[]])[] = [
  ['trail', 'stop the trail', ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail']],
  ['keys', 'delete a key', ['kms:ScheduleKeyDeletion']],
  ['leaving', 'leave the organisation', ['organizations:LeaveOrganization']],
];

class Sweep implements Guardrails {
  private readonly places: readonly PlaceSweep[];
  /** Those that are not bound by all that binds another: what is impossible there is so everywhere. */
  private readonly loosest: readonly PlaceSweep[];
  /** The loosest places, for principals of accounts that are not here. */
  private outsiders: readonly PlaceSweep[] | undefined;
  private readonly everywhere: readonly string[];
  private readonly outside: readonly string[];
  private readonly global: readonly string[];
  private told: readonly Property[] | undefined;
  private left: readonly ResidualAction[] | undefined;

  constructor(
    readonly organization: Organization,
    private readonly profile: Profile,
    private readonly exemptions: Exemptions,
  ) {
    const matchers = new ActionMatchers();
    const places = organization.places.map((place) => new PlaceSweep(place, profile.partition, matchers));
    this.places = places;
    this.loosest = places.filter(
      (place, index) =>
        !places.some(
          (other, at) => other !== place && place.isBoundAs(other) && (at < index || !other.isBoundAs(place)),
        ),
    );
    this.global = [profile.globalServicesRegion];
    this.everywhere = REGIONS[profile.partition];
    this.outside = regionsOutside(profile.partition, profile.regions);
  }

  get properties(): readonly Property[] {
    this.told ??= this.isBound
      ? [this.regions(), ...BREAK_GLASS.map((each) => this.breakGlass(...each)), this.lockOut()]
      : [];
    return this.told;
  }

  get residual(): readonly ResidualAction[] {
    this.left ??= this.isBound ? this.exemptActions() : [];
    return this.left;
  }

  private get isBound(): boolean {
    return this.organization.guardrails.length > 0 || this.organization.unread.length > 0;
  }

  private regions(): Property {
    const found = this.places.map((sweep) => {
      const groups = sweep
        .everything()
        .map((group) => ({ ...group, actions: group.actions.filter((action) => !this.exemptions.has(action)) }));
      return possibleIn(
        sweep,
        groups.filter(({ actions }) => actions.length > 0),
        this.outside,
        everybody(sweep),
      );
    });
    return this.property('regions', 'no non-exempt action is possible outside the allowed regions', found);
  }

  nobodyCan(actions: readonly string[], { regions = this.everywhere, naming, ...given }: GivenCall = {}): Property {
    const requests = (sweep: PlaceSweep): readonly Given[] =>
      naming
        ? valuesOf(naming, sweep.comparedWith(naming.key)).map((values) => ({
            ...given,
            keys: { ...given.keys, [naming.key]: values },
          }))
        : [given];
    const found = this.loosest.flatMap((sweep) =>
      requests(sweep).map((request) => possibleIn(sweep, sweep.named(actions), regions, everybody(sweep), request)),
    );
    const carried = { ...given.keys, ...(naming && { [naming.key]: [`any of ${listed(naming.regions)}`] }) };
    const keys = Object.entries(carried).map(([key, values]) => ` with ${key} ${values.join(' and ')}`);
    const call = `${actions.join(' or ')}${keys.join('')}`;
    return this.property('actions', `nobody but roles that policies name can call ${call}`, found);
  }

  outsidersCannot(action: string): Property {
    this.outsiders ??= this.loosest.map((sweep) => sweep.forOutsiders());
    const found = this.outsiders.flatMap((sweep) =>
      OUTSIDERS.map((keys) => possibleIn(sweep, sweep.named([action]), this.everywhere, sweep.actors, { keys })),
    );
    return this.property('actions', `nobody outside the organisation can call ${action}`, found);
  }

  rootCanNothing(): Property {
    const found = this.loosest.map((sweep) =>
      possibleIn(sweep, sweep.everything(), this.everywhere, sweep.actors.filter(isRoot)),
    );
    return this.property('actions', 'the root user of a member account can call nothing', found);
  }

  private breakGlass(id: 'trail' | 'keys' | 'leaving', what: string, actions: readonly string[]): Property {
    const found = this.loosest.map((sweep) => {
      const groups = sweep.named(actions);
      const any = possibleIn(sweep, groups, this.everywhere, everybody(sweep));
      if (id !== 'trail' || any.sure.length === 0) return any;
      // One trail that nobody can stop is enough, and policies may name it.
      const named = trailsOf(groups).map((trail) =>
        possibleIn(sweep, groups, this.everywhere, everybody(sweep), { resource: trail }),
      );
      return named.find(({ sure, maybe }) => sure.length + maybe.length === 0) ?? any;
    });
    return this.property(id, `nobody but the break-glass role can ${what}`, found);
  }

  /** Somebody can still do something where work is allowed: at least a role that is exempt, which can then mend the rest. */
  private lockOut(): Property {
    // What could not be read may deny more.
    const isUnread = this.organization.unread.length > 0;
    const found = this.places.map((sweep) =>
      this.lockedOut(sweep, isUnread ? 'unknown' : sweep.leavesAnything(this.profile.regions)),
    );
    return this.property('lock-out', 'no guardrail locks everybody out', found);
  }

  private lockedOut({ place }: PlaceSweep, leavesAnything: Trilean): Found {
    const guardrails = bindingIn(place);
    const verb = leavesAnything === false ? 'is' : 'may be';
    const sentence = `in ${place.name}, every action ${verb} denied to everybody in ${this.profile.regions.join(', ')}`;
    const one = [{ sentence, place: place.name, guardrails }];
    return { sure: leavesAnything === false ? one : [], maybe: leavesAnything === 'unknown' ? one : [] };
  }

  private property(id: Property['id'], name: string, found: readonly Found[]): Property {
    const [sure, maybe] = (['sure', 'maybe'] as const).map((key) => distinct(found.flatMap((each) => each[key])));
    return property(id, name, { sure: sure ?? [], maybe: maybe ?? [] }, this.organization.unread);
  }

  /** Exempt actions that move data and that everybody can call, by their names. */
  private exemptActions(): readonly ResidualAction[] {
    const found = new Map<string, { regions: Set<string>; why: string }>();
    for (const sweep of this.loosest) {
      for (const group of sweep.everything()) {
        const exempt = group.actions.filter((action) => this.exemptions.has(action));
        for (const moves of MOVES) {
          const names = actionNames(exempt.filter((action) => this.exemptions.movesData(action) === moves));
          if (names.length > 0) this.addResidual(found, sweep, group, names, moves);
        }
      }
    }
    return [...found]
      .map(([action, { regions, why }]) => ({
        action,
        regions: this.everywhere.filter((region) => regions.has(region)),
        why,
      }))
      .toSorted((a, b) => (a.action < b.action ? -1 : 1));
  }

  private addResidual(
    found: Map<string, { regions: Set<string>; why: string }>,
    sweep: PlaceSweep,
    group: ActionGroup,
    names: readonly string[],
    moves: Moves,
  ): void {
    const regions = moves === 'where it is called' ? this.outside : this.global;
    for (const some of sweep.regionClasses(regions)) {
      const trial = sweep.trial(group, some[0] ?? '', everybody(sweep));
      if (trial.answer === 'denied') continue;
      const why =
        trial.answer === 'possible' ? whyPossible(sweep, group, trial.escape) : 'whether it is denied cannot be told';
      for (const name of names) {
        const one = found.get(name) ?? { regions: new Set(), why: `moves data or keys out ${moves}; ${why}` };
        some.forEach((region) => one.regions.add(region));
        found.set(name, one);
      }
    }
  }
}

/** Whoever no policy names. */
function everybody({ actors }: PlaceSweep): readonly Actor[] {
  return actors.filter(({ isNamed }) => !isNamed);
}

/** Requests that differ in what no statement asks for are possible in the same words. */
function distinct(all: Found['sure']): Found['sure'] {
  return [...new Map(all.map((each) => [each.sentence, each])).values()];
}

function isRoot({ arn, isNamed }: Actor): boolean {
  return !isNamed && arn.endsWith(':root');
}

/** Trails that statements name. */
function trailsOf(groups: readonly ActionGroup[]): readonly string[] {
  const texts = groups.flatMap(({ denies }) => denies.flatMap(({ statement }) => statement.resources?.texts ?? []));
  return [...new Set(texts.filter(isPlain).filter((text) => text.includes(':trail/')))].map(instanceOf);
}
