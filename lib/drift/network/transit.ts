import {
  EC2Client,
  paginateGetTransitGatewayRouteTableAssociations,
  paginateGetTransitGatewayRouteTablePropagations,
  SearchTransitGatewayRoutesCommand,
} from '@aws-sdk/client-ec2';
import type { Access } from '../access';
import type { Collection, Member, MemberKind } from '../collection';
import { jsonOf, type JsonMap } from '../json';

const TABLE = 'TransitGatewayRouteTableId';
const ATTACHMENT = 'TransitGatewayAttachmentId';

const ROUTE: MemberKind = {
  type: 'AWS::EC2::TransitGatewayRoute',
  owner: TABLE,
  key: ['DestinationCidrBlock'],
  compared: [ATTACHMENT, 'Blackhole'],
};

const ASSOCIATION: MemberKind = {
  type: 'AWS::EC2::TransitGatewayRouteTableAssociation',
  owner: TABLE,
  key: [ATTACHMENT],
  compared: [],
};

const PROPAGATION: MemberKind = { ...ASSOCIATION, type: 'AWS::EC2::TransitGatewayRouteTablePropagation' };

/** What a transit gateway's route table holds: static routes, and the attachments that follow it or announce to it. */
export const TRANSIT: Collection = {
  ownerType: 'AWS::EC2::TransitGatewayRouteTable',
  kinds: [ROUTE, ASSOCIATION, PROPAGATION],
  read: async ({ physicalId }, access) => [
    ...(await routesIn(physicalId, access)),
    ...(await attachmentsIn(physicalId, access)),
  ],
};

async function routesIn(table: string, access: Access): Promise<Member[]> {
  const { Routes = [], AdditionalRoutesAvailable } = await access.client(EC2Client).send(
    new SearchTransitGatewayRoutesCommand({
      TransitGatewayRouteTableId: table,
      Filters: [{ Name: 'type', Values: ['static'] }],
      MaxResults: 1000,
    }),
  );
  if (AdditionalRoutesAvailable === true)
    throw new Error('it has more than 1,000 static routes, which AWS does not list');
  return Routes.map(({ DestinationCidrBlock, State, TransitGatewayAttachments: [attachment] = [] }) =>
    member(ROUTE, {
      [TABLE]: table,
      DestinationCidrBlock,
      ...(attachment ? { [ATTACHMENT]: attachment.TransitGatewayAttachmentId } : { Blackhole: State === 'blackhole' }),
    }),
  );
}

interface Attached {
  readonly State?: string | undefined;
  readonly TransitGatewayAttachmentId?: string | undefined;
}

/** States in which an attachment is on its way out. */
const LEAVING = /^dis/;

async function attachmentsIn(table: string, access: Access): Promise<Member[]> {
  const config = { client: access.client(EC2Client) };
  const input = { TransitGatewayRouteTableId: table };
  const found: Member[] = [];
  const add = (kind: MemberKind, items: readonly Attached[]): void => {
    const standing = items.filter(({ State = '' }) => !LEAVING.test(State));
    found.push(
      ...standing.map((item) => member(kind, { [TABLE]: table, [ATTACHMENT]: item.TransitGatewayAttachmentId })),
    );
  };
  for await (const page of paginateGetTransitGatewayRouteTableAssociations(config, input)) {
    add(ASSOCIATION, page.Associations ?? []);
  }
  for await (const page of paginateGetTransitGatewayRouteTablePropagations(config, input)) {
    add(PROPAGATION, page.TransitGatewayRouteTablePropagations ?? []);
  }
  return found;
}

function member({ type }: MemberKind, properties: Readonly<Record<string, unknown>>): Member {
  return { type, properties: jsonOf(properties) as JsonMap };
}
