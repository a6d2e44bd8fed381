"""Types that moto itself makes of templates; which of their properties its model reads is recorded."""

from moto.cloudformation import parsing

from ..report import REPORT
from ..resource import Properties


def has(type_name):
    return type_name in parsing.get_model_map()


def create(context, properties, logical_id):
    model = parsing.get_model_map()[context.type_name]
    name_property = model.cloudformation_name_type()
    generated = parsing.generate_resource_name(context.type_name, context.stack.name, logical_id)
    tracked = Properties(properties)
    name = tracked.get(name_property, generated) if name_property else generated
    made = model.create_from_cloudformation_json(
        name,
        {"Type": context.type_name, "Properties": tracked},
        context.account,
        context.region,
        LogicalId=logical_id,
        StackId=context.stack.stack_id,
        ResourceType=context.type_name,
    )
    REPORT.made(context, tracked)
    return made


def delete(context, made, properties):
    try:
        made.delete(context.account, context.region)
    except (TypeError, AttributeError):
        item = {"Type": context.type_name, "Properties": properties}
        parsing.parse_and_delete_resource(made.physical_resource_id, item, context.account, context.region)
