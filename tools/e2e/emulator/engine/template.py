"""Templates as text to templates as data, and the order in which their resources can be made."""

import json
import re

import yaml
from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.utils import yaml_tag_constructor

_REFERENCE = re.compile(r"\$\{([^!}][^}]*)\}")


def parse(text):
    """JSON first: moto's YAML reader takes a second for 50 KB of it."""
    if isinstance(text, dict):
        return text
    try:
        return _normal(json.loads(text))
    except ValueError:
        yaml.add_multi_constructor("", yaml_tag_constructor)
        return _normal(yaml.load(text, Loader=yaml.Loader))


def _normal(value):
    """`Fn::GetAtt: Name.Attribute` as a list, the form that moto's resolver reads."""
    if isinstance(value, list):
        return [_normal(item) for item in value]
    if not isinstance(value, dict):
        return value
    target = value.get("Fn::GetAtt")
    if isinstance(target, str):
        return {"Fn::GetAtt": target.split(".", 1)}
    return {key: _normal(item) for key, item in value.items()}


def pruned(value):
    """A resolved value without what AWS::NoValue left in its lists."""
    if isinstance(value, list):
        return [pruned(item) for item in value if item is not None]
    if isinstance(value, dict):
        return {key: pruned(item) for key, item in value.items()}
    return value


# A delivery channel needs the recorder, which refers to nothing: CloudFormation makes them in this order by itself.
_IMPLIED = {"AWS::Config::DeliveryChannel": "AWS::Config::ConfigurationRecorder"}


def in_order(resources):
    """Logical ids, each after what it refers to and depends on. @raises ValidationError on a circle."""
    waiting = {name: _needs(name, resource, resources) for name, resource in resources.items()}
    order = []
    while waiting:
        ready = [name for name, needs in waiting.items() if not needs & waiting.keys()]
        if not ready:
            raise ValidationError(message=f"Circular dependency between resources: [{', '.join(sorted(waiting))}]")
        order += ready
        for name in ready:
            del waiting[name]
    return order


def _needs(name, resource, resources):
    depends = resource.get("DependsOn", [])
    found = {depends} if isinstance(depends, str) else set(depends)
    _references(resource.get("Properties", {}), found)
    implied = _IMPLIED.get(resource["Type"])
    found.update(key for key, item in resources.items() if item["Type"] == implied)
    return (found & resources.keys()) - {name}


def _references(value, found):
    if isinstance(value, list):
        for item in value:
            _references(item, found)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "Ref":
                found.add(item)
            elif key == "Fn::GetAtt":
                found.add(item[0])
            elif key == "Fn::Sub":
                found.update(name.split(".")[0] for name in _REFERENCE.findall(item if isinstance(item, str) else item[0]))
            _references(item, found)
