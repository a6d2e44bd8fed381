import { parseCidr, type Cidr } from '../../model';
import type { AccountConfig, LandingZoneConfig, VpcConfig } from '../schema';
import type { Path } from '../source';

/** A VPC with its owner, its name (the account's when it has none of its own) and its place in the config. */
export interface PlacedVpc {
  readonly account: AccountConfig;
  readonly vpc: VpcConfig;
  readonly name: string;
  readonly path: Path;
  /** Where its name stands: on the account when it has none of its own. */
  readonly namePath: Path;
}

export function vpcsOf(config: LandingZoneConfig): readonly PlacedVpc[] {
  return config.accounts.flatMap((account, index) =>
    account.vpcs.map((vpc, position) => ({
      account,
      vpc,
      name: vpc.name ?? account.name,
      path: ['accounts', index, 'vpcs', position],
      namePath: vpc.name === undefined ? ['accounts', index, 'name'] : ['accounts', index, 'vpcs', position, 'name'],
    })),
  );
}

/** A block of addresses with its place; blocks that cannot be parsed are the schema's business and left out. */
export interface PlacedBlock {
  readonly block: Cidr;
  readonly path: Path;
  /** What it is for: a zone's name, or `attachment`. */
  readonly use: string;
}

export function subnetsOf({ vpc, path }: PlacedVpc): readonly PlacedBlock[] {
  const zones = Object.entries(vpc.zones).flatMap(([zone, subnets]) =>
    subnets.map((text, index) => ({ text, path: [...path, 'zones', zone, index], use: `zone ${zone}` })),
  );
  const attachment = (vpc.attachment?.subnets ?? []).map((text, index) => ({
    text,
    path: [...path, 'attachment', 'subnets', index],
    use: 'the attachment',
  }));
  return [...zones, ...attachment].flatMap(({ text, ...rest }) => {
    const block = parseCidr(text);
    return block ? [{ block, ...rest }] : [];
  });
}

/** `VPC perimeter of account network`. */
export function nameVpc({ name, account }: PlacedVpc): string {
  return name === account.name ? `the VPC of account "${name}"` : `VPC "${name}" of account "${account.name}"`;
}
