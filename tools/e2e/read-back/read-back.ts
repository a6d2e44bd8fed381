import type { Deployed } from '../deployed';

/** Something that controls promise, asked of AWS itself. */
export interface ReadBack {
  /** What holds when there is no fault. */
  readonly name: string;
  /** How many things were asked about, and what is wrong: of each what was expected and found. */
  readonly run: (deployed: Deployed) => Promise<{ readonly asked: number; readonly faults: readonly string[] }>;
}

/** Asks about each resource of a type. Resources that do not exist are faults; so is that there are none. */
export function ofEach(
  type: string,
  name: string,
  ask: (resource: Asked, deployed: Deployed) => Promise<readonly (string | undefined | false)[]>,
): ReadBack {
  return {
    name,
    run: async (deployed) => {
      const resources = deployed.of(type);
      const faults: string[] = resources.length === 0 ? [`there is no ${type}`] : [];
      for (const resource of resources) {
        const { physicalId } = resource;
        if (physicalId === undefined) {
          faults.push(`${resource.name} was not made`);
          continue;
        }
        const found = await ask({ ...resource, physicalId }, deployed).catch((error: unknown) => [String(error)]);
        faults.push(...found.flatMap((fault) => (fault ? [`${resource.name}: ${fault}`] : [])));
      }
      return { asked: resources.length, faults };
    },
  };
}

export interface Asked {
  readonly name: string;
  readonly account: string;
  readonly physicalId: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A fault where something is not what it should be. */
export function expected(what: string, wanted: unknown, found: unknown): string | undefined {
  const [a, b] = [JSON.stringify(wanted), JSON.stringify(found)];
  return a === b ? undefined : `${what}: expected ${a}, found ${b}`;
}

/** Whether a value of a template is known before it is deployed. */
export function isLiteral(value: unknown): boolean {
  return value === undefined || !/"(Ref|Fn::[A-Za-z0-9]+)":/.test(JSON.stringify(value));
}
