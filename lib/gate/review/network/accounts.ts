import type { NetworkAccount } from '../../../model';
import type { Graph, Template } from '../../../template';
import type { RegisteredAccount, Registers } from '../../../config';

/** The accounts to which templates of a unit belong, in the order of their names. */
export class Accounts {
  readonly all: readonly NetworkAccount[];
  private readonly positions: ReadonlyMap<string, number>;

  constructor(
    { templates }: Graph,
    private readonly registers: Registers | undefined,
  ) {
    const accounts = new Map<string, NetworkAccount>();
    for (const template of templates) {
      const account = this.accountOf(template);
      if (!accounts.has(account.name) || template.claims?.marker) accounts.set(account.name, account);
    }
    this.all = [...accounts.values()].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    this.positions = new Map(this.all.map(({ name }, index) => [name, index]));
  }

  /** Position of a template's account; of the first one, for what no template says. */
  of(template: Template | undefined): number {
    return (template && this.positions.get(this.accountOf(template).name)) ?? 0;
  }

  /** The register is the authority; what templates claim stands where there is none. */
  private accountOf({ account, claims }: Template): NetworkAccount {
    const marker = claims?.marker;
    const registered = this.registered(account, marker?.account);
    const name = registered?.name ?? marker?.account ?? account ?? '';
    return { name, ...placedIn(account, registered), ...heldBy(registered ?? marker) };
  }

  private registered(id: string | undefined, name: string | undefined): RegisteredAccount | undefined {
    return this.registers?.accounts.find((account) => (id === undefined ? account.name === name : account.id === id));
  }
}

function placedIn(account: string | undefined, registered: RegisteredAccount | undefined) {
  const id = account ?? registered?.id;
  const [unit] = registered?.units ?? [];
  return { ...(id === undefined ? {} : { id }), ...(unit === undefined ? {} : { unit }) };
}

type Held = Pick<NetworkAccount, 'classification' | 'personalData' | 'systemTier'>;

/** What an account may hold, as far as somebody says it. */
function heldBy(account: Required<Held> | undefined): Held {
  if (!account) return {};
  const { classification, personalData, systemTier } = account;
  return { classification, personalData, systemTier };
}
