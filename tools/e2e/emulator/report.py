"""What the emulator made, what it only lists, and which properties it dropped: read by the suite at /emulator/report."""

from collections import Counter, defaultdict
from threading import Lock


class Report:
    def __init__(self):
        self._lock = Lock()
        self.clear()

    def clear(self):
        self._made, self._listed, self._dropped = Counter(), Counter(), defaultdict(set)

    def made(self, context, properties):
        unasked = set(properties) - properties.asked if hasattr(properties, "asked") else set()
        with self._lock:
            self._made[context.type_name] += 1
            self._dropped[context.type_name].update(unasked, context.dropped)

    def listed(self, type_name):
        with self._lock:
            self._listed[type_name] += 1

    def to_json(self):
        with self._lock:
            dropped = {name: sorted(found) for name, found in sorted(self._dropped.items()) if found}
            return {"made": dict(self._made), "listed": dict(self._listed), "dropped": dropped}


REPORT = Report()
