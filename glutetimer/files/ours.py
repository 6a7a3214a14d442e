"""Whether a file is one of this program's, or one of another's."""

from glutetimer.core.problem import Problem
from glutetimer.toml_text.document import Document


def is_ours(file_name: str, document: Document | Problem) -> bool:
    """Whether a file is meant for this program: by its ending, or by what is in it.

    A routine that came by mail may have been renamed, and a pasted one has no name ("").
    """
    if file_name.lower().endswith(".toml"):
        return True
    if isinstance(document, Problem):
        return False
    form, entries = (document.values.get(key) for key in ("format", "exercise"))
    return isinstance(form, int) or (isinstance(entries, list) and bool(entries))
