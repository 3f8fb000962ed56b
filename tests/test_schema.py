"""The published JSON Schema is that of the models."""

import json
from importlib.resources import files

from eventx.models import json_schema


def test_published_schema_is_fresh():
    published = json.loads(files("eventx").joinpath("schema.json").read_text(encoding="utf-8"))
    assert published == json_schema(), "write it anew: eventx schema > eventx/schema.json"
