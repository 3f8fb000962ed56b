"""The words: authored as TOML, compiled to JSON, loaded once and lazily."""

from eventx.lexicon.load import load

__all__ = ["load"]
