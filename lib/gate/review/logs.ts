import type { LogFlow, LogsReview, SilentSource } from '../../model';
import { asText, at, describe, isMap, isList, Reference, type Graph, type Resource, type Value } from '../../template';
import type { ReviewBasis } from './basis';
import { BALANCER, BALANCER_LOGS, DATABASES, LOG_KINDS } from './log-kinds';
import { LogStores } from './log-stores';
import { placeOf } from './place';

/** What a unit records, where to, and for how long. */
export function logsReview(graph: Graph, basis: ReviewBasis): LogsReview {
  return new Logs(graph, basis).review();
}

class Logs {
  private readonly stores: LogStores;
  private readonly flows: LogFlow[] = [];
  private readonly silent = new Map<string, SilentSource>();

  constructor(
    private readonly graph: Graph,
    private readonly basis: ReviewBasis,
  ) {
    this.stores = new LogStores(graph, basis);
  }

  review(): LogsReview {
    for (const { type, kind, to } of LOG_KINDS) {
      for (const source of this.graph.ofType(type)) {
        this.note(
          source,
          kind,
          to.flatMap((path) => at(source.properties, path).map(({ value }) => value)),
        );
      }
    }
    for (const balancer of this.graph.ofType(BALANCER)) this.balancer(balancer);
    for (const type of DATABASES) for (const source of this.graph.ofType(type)) this.database(source);
    return { flows: this.flows, stores: this.stores.all, silent: [...this.silent.values()] };
  }

  private balancer(balancer: Resource): void {
    const attributes = new Map(
      at(balancer.properties, 'LoadBalancerAttributes[]').flatMap(({ value }) =>
        isMap(value) ? [[asText(value['Key']) ?? '', value['Value']] as const] : [],
      ),
    );
    for (const [kind, enabled, bucket] of BALANCER_LOGS) {
      const isOn = asText(attributes.get(enabled)) === 'true' || attributes.get(enabled) === true;
      this.note(balancer, kind, isOn ? [attributes.get(bucket)] : []);
    }
  }

  private database(source: Resource): void {
    const { EnableCloudwatchLogsExports: exports } = source.properties;
    const names = isList(exports) ? exports.map((each) => describe(each)) : [];
    if (names.length === 0) this.none(source, 'database');
    for (const name of names) {
      this.flows.push({ ...this.of(source, `database ${name}`), destination: 'a log group of the database' });
    }
  }

  private note(source: Resource, kind: string, destinations: readonly (Value | undefined)[]): void {
    const named = destinations.filter((value) => value !== undefined && value !== null);
    if (named.length === 0) this.none(source, kind);
    for (const value of named) {
      const store = this.stores.positionOf(value);
      const destination = value instanceof Reference ? value.logicalId : describe(value);
      this.flows.push({ ...this.of(source, kind), destination, ...(store === undefined ? {} : { store }) });
    }
  }

  private of(source: Resource, kind: string): Omit<LogFlow, 'destination'> {
    return { ...placeOf(source, this.basis.registers), kind, type: source.type };
  }

  private none({ type }: Resource, kind: string): void {
    const key = `${type} ${kind}`;
    this.silent.set(key, { kind, type, count: (this.silent.get(key)?.count ?? 0) + 1 });
  }
}
