"""Types that the emulator lacks: they get an id and nothing else. The list is committed, and may only shrink."""

import json
from pathlib import Path

from .report import REPORT
from .resource import Made


class ListedAttributes(dict):
    """An attribute of something that does not exist: told apart by its shape, so that references to it resolve."""

    def __init__(self, context, physical_id):
        super().__init__()
        self._context, self._id = context, physical_id

    def get(self, name, default=None):
        *_, service, kind = self._context.type_name.lower().split("::")
        if name == "BackupVaultArn":
            return self._context.arn("backup", f"backup-vault:{self._id}")
        if name.endswith("Arn"):
            return self._context.arn(service, f"{kind}/{self._id}")
        return self._id if name.endswith("Id") else f"{self._id}-{name}"

    def __getitem__(self, name):
        return self.get(name)


class Listed:
    def __init__(self, path):
        self._types = set(json.loads(Path(path).read_text())["types"])

    def __contains__(self, type_name):
        return type_name in self._types

    def placeholder(self, context):
        made = Made(context.name(32).lower())
        made.attributes = ListedAttributes(context, made.physical_resource_id)
        REPORT.listed(context.type_name)
        return made


LISTED = Listed(Path(__file__).parent / "missing-types.json")
