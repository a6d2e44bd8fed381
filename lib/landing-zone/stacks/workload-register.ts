import type { Construct } from 'constructs';

/** Workloads of one type that were made, by name, for those that name them. */
export class WorkloadRegister<T> {
  private readonly made = new Map<string, T>();

  constructor(
    private readonly scope: Construct,
    private readonly type: string,
  ) {}

  add(name: string, workload: T): void {
    this.made.set(name, workload);
  }

  /** @throws Error when there is none of that name. */
  get(user: string, name: string): T {
    const found = this.made.get(name);
    if (found) return found;
    const known = [...this.made.keys()].join(', ') || 'the account has none';
    throw new Error(
      `[${this.scope.node.path}] workload "${user}" names the ${this.type} "${name}": expected one of: ${known}`,
    );
  }
}
