/** The parts of OSCAL that are written here, by NIST's names (https://pages.nist.gov/OSCAL-Reference/models/v1.1.3). */

export interface Property {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
  readonly class?: string;
}

export interface Link {
  readonly href: string;
  readonly rel?: string;
  readonly text?: string;
}

export interface Party {
  readonly uuid: string;
  readonly type: 'person' | 'organization';
  readonly name: string;
}

export interface Role {
  readonly id: string;
  readonly title: string;
}

export interface Resource {
  readonly uuid: string;
  readonly title: string;
  readonly description?: string;
  readonly props?: readonly Property[];
  readonly citation?: { readonly text: string };
  readonly rlinks?: readonly {
    readonly href: string;
    readonly 'media-type'?: string;
    readonly hashes?: readonly { readonly algorithm: 'SHA-256'; readonly value: string }[];
  }[];
}

export interface Component {
  readonly uuid: string;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly props?: readonly Property[];
  readonly status: { readonly state: 'operational' | 'under-development' | 'disposition' | 'other' };
}

export interface InventoryItem {
  readonly uuid: string;
  readonly description: string;
  readonly props?: readonly Property[];
  readonly links?: readonly Link[];
}

export interface Origin {
  readonly actors: readonly { readonly type: 'tool'; readonly 'actor-uuid': string }[];
}

export interface Observation {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly props: readonly Property[];
  readonly methods: readonly ['TEST'];
  readonly types: readonly string[];
  readonly origins: readonly Origin[];
  readonly subjects?: readonly { readonly 'subject-uuid': string; readonly type: 'inventory-item' }[];
  readonly 'relevant-evidence'?: readonly { readonly href?: string; readonly description: string }[];
  readonly collected: string;
}

export interface RelatedObservation {
  readonly 'observation-uuid': string;
}

export interface Facet {
  readonly name: string;
  readonly system: string;
  readonly value: string;
}

export interface RiskLogEntry {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly start: string;
  readonly 'logged-by'?: readonly { readonly 'party-uuid': string; readonly 'role-id': string }[];
  readonly 'status-change'?: string;
}

export interface Risk {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly statement: string;
  readonly props: readonly Property[];
  readonly status: 'open' | 'investigating' | 'deviation-approved';
  readonly origins: readonly Origin[];
  readonly characterizations?: readonly { readonly origin: Origin; readonly facets: readonly Facet[] }[];
  readonly 'mitigating-factors'?: readonly { readonly uuid: string; readonly description: string }[];
  readonly deadline?: string;
  readonly remediations?: readonly {
    readonly uuid: string;
    readonly lifecycle: 'recommendation';
    readonly title: string;
    readonly description: string;
  }[];
  readonly 'risk-log'?: { readonly entries: readonly RiskLogEntry[] };
  readonly 'related-observations': readonly RelatedObservation[];
}

export interface ControlFinding {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly origins: readonly Origin[];
  readonly target: {
    readonly type: 'statement-id' | 'objective-id';
    readonly 'target-id': string;
    readonly status: {
      readonly state: 'satisfied' | 'not-satisfied';
      readonly reason: 'pass' | 'fail' | 'other';
      readonly remarks?: string;
    };
  };
  readonly 'related-observations'?: readonly RelatedObservation[];
  readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
}
