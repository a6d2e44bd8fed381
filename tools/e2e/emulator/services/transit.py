"""Transit gateways, which moto keeps in the account that made them and no other."""

from contextlib import suppress

from moto.core.responses import ActionResult
from moto.ec2.models import ec2_backends
from moto.ec2.models.transit_gateway_attachments import TransitGatewayAttachment as Line
from moto.ec2.responses.transit_gateway_attachments import TransitGatewayAttachment
from moto.ram.models import ram_backends

from ..resource import Made, creates, deletes
from .network import tags

OPTIONS = (
    "AmazonSideAsn",
    "AutoAcceptSharedAttachments",
    "DefaultRouteTableAssociation",
    "DefaultRouteTablePropagation",
    "DnsSupport",
    "MulticastSupport",
    "VpnEcmpSupport",
    "SecurityGroupReferencingSupport",
)


@creates("AWS::EC2::TransitGateway")
def gateway(c, p):
    options = {name: p[name] for name in OPTIONS if name in p}
    made = c("ec2", "create_transit_gateway", tags("transit-gateway", p), Description=p.get("Description"), Options=options)
    found = made["TransitGateway"]
    return Made(found["TransitGatewayId"], Id=found["TransitGatewayId"], TransitGatewayArn=found["TransitGatewayArn"])


@deletes("AWS::EC2::TransitGateway")
def delete_gateway(c, made, p):
    c("ec2", "delete_transit_gateway", TransitGatewayId=made.physical_resource_id)


@creates("AWS::EC2::TransitGatewayRouteTable")
def table(c, p):
    made = c("ec2", "create_transit_gateway_route_table", tags("transit-gateway-route-table", p), TransitGatewayId=p["TransitGatewayId"])
    return Made(made["TransitGatewayRouteTable"]["TransitGatewayRouteTableId"])


@deletes("AWS::EC2::TransitGatewayRouteTable")
def delete_table(c, made, p):
    c("ec2", "delete_transit_gateway_route_table", TransitGatewayRouteTableId=made.physical_resource_id)


def owner_of(c, gateway_id):
    """The account of a gateway. @raises ValueError where it is not shared with this one."""
    for account, regions in list(ec2_backends.items()):
        if c.region in regions and gateway_id in regions[c.region].transit_gateways:
            found = regions[c.region].transit_gateways[gateway_id]
            if found.owner_id == c.account or is_shared(found.arn, found.owner_id, c.region):
                return found.owner_id
    raise ValueError(f"Transit Gateway {gateway_id} was deleted or does not exist, or is not shared with {c.account}.")


def is_shared(arn, account, region):
    return any(arn in share.resource_arns for share in ram_backends[account][region].resource_shares)


@creates("AWS::EC2::TransitGatewayAttachment")
def attachment(c, p):
    owner = owner_of(c, p["TransitGatewayId"])
    given = p.without("Tags")
    if owner != c.account:
        # A shared gateway is seen in the accounts that it is shared with; to moto it is there once it is in its books.
        shared = ec2_backends[owner][c.region].transit_gateways[p["TransitGatewayId"]]
        own = ec2_backends[c.account][c.region]
        own.transit_gateways[p["TransitGatewayId"]] = shared
        own.transit_gateways_route_tables.update(ec2_backends[owner][c.region].transit_gateways_route_tables)
    made = c("ec2", "create_transit_gateway_vpc_attachment", given, tags("transit-gateway-attachment", p))
    attachment_id = made["TransitGatewayVpcAttachment"]["TransitGatewayAttachmentId"]
    if owner != c.account:
        own, hub = ec2_backends[c.account][c.region], ec2_backends[owner][c.region]
        attached = own.transit_gateway_attachments[attachment_id]
        # Both accounts see one attachment, which waits until the owner of the gateway accepts it.
        attached.state = "pendingAcceptance"
        attached.resource_owner_id = c.account
        hub.transit_gateway_attachments[attachment_id] = attached
    return Made(attachment_id, Id=attachment_id)


@deletes("AWS::EC2::TransitGatewayAttachment")
def delete_attachment(c, made, p):
    c("ec2", "delete_transit_gateway_vpc_attachment", TransitGatewayAttachmentId=made.physical_resource_id)
    for regions in list(ec2_backends.values()):
        if c.region in regions:
            regions[c.region].transit_gateway_attachments.pop(made.physical_resource_id, None)


@creates("AWS::EC2::TransitGatewayRouteTableAssociation")
def association(c, p):
    c("ec2", "associate_transit_gateway_route_table", p.without())
    return Made(f"{p['TransitGatewayAttachmentId']}_{p['TransitGatewayRouteTableId']}")


@deletes("AWS::EC2::TransitGatewayRouteTableAssociation")
def delete_association(c, made, p):
    attachment_id, table_id = made.physical_resource_id.split("_")
    c("ec2", "disassociate_transit_gateway_route_table", TransitGatewayAttachmentId=attachment_id, TransitGatewayRouteTableId=table_id)


@creates("AWS::EC2::TransitGatewayRouteTablePropagation")
def propagation(c, p):
    c("ec2", "enable_transit_gateway_route_table_propagation", p.without())
    return Made(f"{p['TransitGatewayAttachmentId']}_{p['TransitGatewayRouteTableId']}")


@deletes("AWS::EC2::TransitGatewayRouteTablePropagation")
def delete_propagation(c, made, p):
    attachment_id, table_id = made.physical_resource_id.split("_")
    with suppress(KeyError):
        c("ec2", "disable_transit_gateway_route_table_propagation", TransitGatewayAttachmentId=attachment_id, TransitGatewayRouteTableId=table_id)


@creates("AWS::EC2::TransitGatewayRoute")
def route(c, p):
    c("ec2", "create_transit_gateway_route", p.without())
    return Made(f"{p['TransitGatewayRouteTableId']}_{p['DestinationCidrBlock']}")


@deletes("AWS::EC2::TransitGatewayRoute")
def delete_route(c, made, p):
    table_id, block = made.physical_resource_id.split("_")
    c("ec2", "delete_transit_gateway_route", TransitGatewayRouteTableId=table_id, DestinationCidrBlock=block)


def accept(self):
    """AcceptTransitGatewayVpcAttachment, which moto lacks."""
    attached = self.ec2_backend.transit_gateway_attachments[self._get_param("TransitGatewayAttachmentId")]
    attached.state = "available"
    return ActionResult({"TransitGatewayVpcAttachment": attached})


TransitGatewayAttachment.accept_transit_gateway_vpc_attachment = accept


@creates("AWS::DirectConnect::DirectConnectGatewayAssociation")
def line(c, p):
    """AWS attaches the line to the gateway by itself; moto knows no associations."""
    backend = ec2_backends[c.account][c.region]
    attached = Line(backend, p["DirectConnectGatewayId"], "direct-connect-gateway", backend.transit_gateways[p["AssociatedGatewayId"]])
    backend.transit_gateway_attachments[attached.id] = attached
    return Made(attached.id, AssociationId=attached.id)


@deletes("AWS::DirectConnect::DirectConnectGatewayAssociation")
def delete_line(c, made, p):
    ec2_backends[c.account][c.region].transit_gateway_attachments.pop(made.physical_resource_id, None)
