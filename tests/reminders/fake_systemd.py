"""A systemd of the person that only remembers."""

from collections.abc import Sequence


class FakeSystemd:
    """Has units that are enabled and started; `refuses` makes a verb fail."""

    def __init__(self, *, runs: bool = True) -> None:
        self.runs = runs
        self.asked: list[Sequence[str]] = []
        self.enabled: set[str] = set()
        self.active: set[str] = set()
        self.refuses: set[str] = set()

    def run(self, words: Sequence[str]) -> tuple[int, str]:
        """Do what systemctl would."""
        self.asked.append(words)
        if words[0] == "systemd-run":
            return 0, ""
        verb, unit = words[2], words[-1]
        if not self.runs:
            return 1, "Failed to connect to bus: No medium found"
        if verb in self.refuses:
            return 1, f"Failed to {verb} unit"
        match verb:
            case "enable":
                self.enabled.add(unit)
            case "restart":
                self.active.add(unit)
            case "disable":
                self.enabled.discard(unit)
                self.active.discard(unit)
            case "is-enabled":
                return (0, "enabled") if unit in self.enabled else (1, "disabled")
            case "is-active":
                return (0, "active") if unit in self.active else (3, "inactive")
            case _:
                pass
        return 0, ""
