"""What a part of the torture has measured, and how it is shown."""

from dataclasses import dataclass, field


@dataclass
class Figures:
    """`wrong` are the promises that were broken, in words; rows are (what, figure); `summary` is all of it in short."""

    part: str
    seed: int
    seconds: float
    wrong: list[str] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)
    summary: str = ""

    @property
    def none(self) -> str:
        """0, unless a promise was broken."""
        return "0" if not self.wrong else f"{len(self.wrong)} broken"

    def add(self, what: str, figure: str) -> None:
        self.rows.append((what, figure))

    def show(self) -> str:
        lines = [f"{self.part}: seed {self.seed}, {self.seconds:.0f} s"]
        lines += [f"  {what}: {figure}" for what, figure in self.rows]
        lines += [f"  BROKEN {fault}" for fault in self.wrong]
        return "\n".join(lines)
