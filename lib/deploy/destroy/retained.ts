/** Why a stack is not destroyed. */
export interface Retention {
  /** Absent where it is about the stack as a whole. */
  readonly logicalId?: string;
  readonly type?: string;
  readonly why: string;
  readonly remedy: string;
}

interface Resource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** Properties by which a resource keeps its data whatever becomes of the stack. */
const LOCKS: readonly {
  readonly property: string;
  readonly isSet: (value: unknown) => boolean;
  readonly why: string;
}[] = [
  { property: 'ObjectLockEnabled', isSet: isTrue, why: 'its objects are locked for their retention' },
  { property: 'LockConfiguration', isSet: isThere, why: 'its recovery points are locked for their retention' },
  { property: 'DeletionProtection', isSet: isTrue, why: 'it is protected from deletion' },
  { property: 'DeletionProtectionEnabled', isSet: isTrue, why: 'it is protected from deletion' },
  { property: 'DeletionProtectionCheck', isSet: (value) => value === 'APPLY', why: 'it is protected from deletion' },
];

const KEPT: Readonly<Record<string, string>> = {
  Retain: 'it is kept when its stack goes, and then nobody’s',
  RetainExceptOnCreate: 'it is kept when its stack goes, and then nobody’s',
  Snapshot: 'a snapshot of it is kept when its stack goes',
};

/** What a template keeps: resources whose data outlives the stack, or must not go with it. */
export function retainedIn(body: string): Retention[] {
  const { Resources: resources = {} }: { readonly Resources?: Readonly<Record<string, Resource>> } = JSON.parse(body);
  return Object.entries(resources).flatMap(([logicalId, resource]) => {
    const why = reasonsOf(resource);
    if (why.length === 0) return [];
    const remedy =
      'empty or move what it holds, change its policy or lock, deploy that, and destroy then; or leave this stack out with --stack';
    return { logicalId, type: resource.Type, why: why.join('; '), remedy };
  });
}

function reasonsOf({ DeletionPolicy: policy, Properties: properties = {} }: Resource): string[] {
  const kept = policy === undefined ? undefined : KEPT[policy];
  const locks = LOCKS.filter(({ property, isSet }) => isSet(properties[property])).map(({ why }) => why);
  return [...(kept === undefined ? [] : [kept]), ...locks];
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}
