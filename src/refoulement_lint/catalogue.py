"""Rule files become `Rule` values; whatever is wrong in them is said at once, file by file and line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from refoulement_lint.checks.kinds import KINDS
from refoulement_lint.model import RuleError
from refoulement_lint.rule import Ground, Parameter, Rule

if TYPE_CHECKING:
    from pathlib import Path

FAMILIES = (
    "form", "authority", "provision", "in-force", "quotation", "argument", "evidence", "wording", "consistency",
    "privacy", "input",
)  # fmt: skip
SEVERITIES = ("error", "warning", "note")
FIXES = ("safe", "suggest", "none")

_HEAD = {
    "title": Parameter("text", required=True),
    "message": Parameter("text", required=True),
    "severity": Parameter("text", SEVERITIES, required=True),
    "fix": Parameter("text", FIXES, required=True),
    "since": Parameter("text", required=True),
    "preview": Parameter("flag"),
    "languages": Parameter("texts"),
    "forums": Parameter("texts"),
    "states": Parameter("texts"),
    "formerly": Parameter("texts"),
    "why": Parameter("text"),
}
_TABLES = {"check", "support", "authority", "bad", "good"}
_SIDES = ("for", "against")
_AUTHORITY = ("cite", "says", "source", "checked")


class Mistake(NamedTuple):
    """One mistake in a rule file: the way to the key (``("check", "part")``, ``("bad", 1, "text")``) and a sentence."""

    path: tuple[str | int, ...]
    says: str


class Names(NamedTuple):
    """The names that rules may refer to; ``None`` means that nobody has them at hand and they are not compared."""

    facts: frozenset[str] | None = None
    arguments: frozenset[str] | None = None


def rules() -> tuple[Rule, ...]:
    """
    Every rule that comes with refoulement-lint, by name.

    Raises:
        RegisterError: If the compiled registers are missing, stale or damaged.
    """
    from refoulement_lint.registers.opening import open_registers  # the store opens a file

    return from_store(open_registers(own="none").rules.families())


def from_store(rows: Mapping[str, Mapping[str, Any]], *, names: Names | None = None) -> tuple[Rule, ...]:
    """
    The rules of the compiled registers, by name in order.

    Args:
        rows: For each name (``"form/application-number"``) the parsed file without its page.
        names: The facts and arguments that exist.

    Raises:
        RuleError: With every mistake of every row.
    """
    rules, mistakes = [], []
    for name in sorted(rows):
        wrong = list(mistakes_in(name, rows[name], names))
        if wrong:
            mistakes += [f"rules/{name}.toml: {mistake.says}" for mistake in wrong]
        else:
            rules.append(rule_of(name, rows[name]))
    if mistakes:
        raise RuleError("\n".join(mistakes))
    return tuple(rules)


def from_folder(folder: Path, *, names: Names | None = None) -> tuple[Rule, ...]:
    """
    The rules of a user's own folder, in the same format as ours: ``family/fault.toml``.

    Raises:
        RuleError: With every mistake in every file, each with file and line.
    """
    rules, mistakes = [], []
    for path in sorted(folder.glob("*/*.toml")):
        name = f"{path.parent.name}/{path.stem}"
        text, raw, wrong = read_toml(path)
        if raw is not None:
            for mistake in mistakes_in(name, raw, names):
                wrong.append(f"{path}:{line_of(text, mistake.path)}: {mistake.says}")
            if not wrong:
                rules.append(rule_of(name, raw))
        mistakes += wrong
    if mistakes:
        raise RuleError("\n".join(mistakes))
    return tuple(rules)


def read_toml(path: Path) -> tuple[str, dict[str, Any] | None, list[str]]:
    """The text of a rule file, what TOML makes of it (``None`` when it is not TOML), and what is wrong so far."""
    import tomllib  # 7 ms, and only a user's own rules and the tests read TOML

    try:
        text = path.read_text(encoding="utf-8")
        return text, tomllib.loads(text), []
    except tomllib.TOMLDecodeError as problem:
        return text, None, [f"{path}: this is not TOML: {problem}."]
    except (OSError, UnicodeDecodeError) as problem:
        return "", None, [f"{path}: cannot be read: {problem}."]


def rule_of(name: str, raw: Mapping[str, Any]) -> Rule:
    """The rule of a parsed file that has no mistakes."""
    check = dict(raw["check"])
    kind = check.pop("kind")
    return Rule(
        name=name,
        kind=kind,
        parameters={key: _settled(value) for key, value in check.items()},
        languages=_several(raw.get("languages", ())),
        forums=_several(raw.get("forums", ())),
        states=_several(raw.get("states", ())),
        formerly=_several(raw.get("formerly", ())),
        preview=raw.get("preview", False),
        support={side: _several(targets) for side, targets in raw.get("support", {}).items()},
        authority=tuple(
            Ground(entry["cite"], entry["says"], entry["source"], _settled(entry["checked"]))
            for entry in raw.get("authority", ())
        ),
        **{key: raw[key] for key in ("title", "message", "severity", "fix", "since")},
    )


def _several(texts: str | Iterable[str]) -> tuple[str, ...]:
    """One text is a list of one."""
    return (texts,) if isinstance(texts, str) else tuple(texts)


def _settled(value: Any) -> Any:  # Any: a TOML value goes in, the same one without lists and dates comes out
    if isinstance(value, list):
        return tuple(value)
    return value.isoformat() if isinstance(value, date) else value


# --- what is wrong ---------------------------------------------------------------------------------------------------


def mistakes_in(name: str, raw: Mapping[str, Any], names: Names | None = None) -> Iterator[Mistake]:
    """Every mistake in the parts of a rule that run; cheap enough for a user's own at each start."""
    family, _, fault = name.partition("/")
    if family not in FAMILIES:
        yield Mistake((), f"the folder {family} is no family of rules; it can be {_either(FAMILIES)}.")
    if not _plain_name(fault):
        yield Mistake((), f"the name {fault} must be small letters, digits and hyphens, and begin with a letter.")
    yield from _numbers(raw, ())
    for key, value in raw.items():
        if key in _HEAD:
            yield from _value(value, _HEAD[key], (key,))
        elif key not in _TABLES:
            yield Mistake((key,), f"{key} is not known; {_did_you_mean(key, [*_HEAD, *_TABLES])}")
    for key, parameter in _HEAD.items():
        if parameter.required and key not in raw:
            yield Mistake((), f"{key} is missing.")
    if isinstance(raw.get("title"), str) and (len(raw["title"]) > 60 or raw["title"].endswith(".")):
        yield Mistake(("title",), "title has more than 60 characters or ends with a full stop.")
    yield from _check_mistakes(raw, names or Names())
    yield from _authority_mistakes(raw)
    yield from _support_mistakes(raw)


def _check_mistakes(raw: Mapping[str, Any], names: Names) -> Iterator[Mistake]:
    check = raw.get("check")
    if not isinstance(check, Mapping):
        yield Mistake((), "the table [check] is missing.")
        return
    kind = check.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        yield Mistake(("check", "kind"), f"kind is {_shown(kind)}; it can be {_either(KINDS)}.")
        return
    module = KINDS[kind]
    for key, value in check.items():
        if key == "kind":
            continue
        if key not in module.PARAMETERS:
            known = _did_you_mean(key, module.PARAMETERS)
            yield Mistake(("check", key), f"{key} is not a parameter of kind {kind}; {known}")
        else:
            yield from _value(value, module.PARAMETERS[key], ("check", key))
            yield from _name_mistakes(key, value, names)
    for key, parameter in module.PARAMETERS.items():
        if parameter.required and key not in check:
            yield Mistake(("check",), f"{key} is missing; kind {kind} needs it.")
    if isinstance(raw.get("message"), str):
        for placeholder in _placeholders(raw["message"]):
            if placeholder not in module.PLACEHOLDERS:
                known = _either(sorted(module.PLACEHOLDERS))
                yield Mistake(
                    ("message",), f"message uses {{{placeholder}}}, which kind {kind} does not fill; it can be {known}."
                )


def _name_mistakes(key: str, value: Any, names: Names) -> Iterator[Mistake]:  # Any: checked for its type elsewhere
    known, what = (names.arguments, "rules/arguments") if key == "argument" else (names.facts, "rules/facts")
    if known is None or (key != "argument" and not key.startswith("when_")):
        return
    for name in [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else ():
        if isinstance(name, str) and name not in known:
            yield Mistake(("check", key), f"{key} names {name}; {_did_you_mean(name, sorted(known))} ({what}/)")


def _authority_mistakes(raw: Mapping[str, Any]) -> Iterator[Mistake]:
    entries = raw.get("authority", [])
    if not isinstance(entries, list) or not entries:
        yield Mistake((), "there is no [[authority]]: a rule says what it rests on.")
        return
    for number, entry in enumerate(entries):
        if not isinstance(entry, Mapping):
            yield Mistake(
                ("authority",), f"authority holds {_shown(entry)}; each is a table of its own, [[authority]]."
            )
            continue
        for key, value in entry.items():
            if key not in _AUTHORITY:
                yield Mistake(("authority", number, key), f"{key} is not known; {_did_you_mean(key, _AUTHORITY)}")
            else:
                yield from _value(value, Parameter("day" if key == "checked" else "text"), ("authority", number, key))
        for key in _AUTHORITY:
            if not entry.get(key):
                yield Mistake(("authority", number), f"{key} is missing in an [[authority]].")


def _support_mistakes(raw: Mapping[str, Any]) -> Iterator[Mistake]:
    support = raw.get("support", {})
    if not isinstance(support, Mapping):
        yield Mistake(("support",), f"support is {_shown(support)}; it is a table, [support].")
        return
    for side, targets in support.items():
        if side not in _SIDES:
            yield Mistake(("support", side), f"{side} is not known; {_did_you_mean(side, _SIDES)}")
        else:
            yield from _value(targets, Parameter("texts"), ("support", side))


def _numbers(value: Any, path: tuple[str | int, ...]) -> Iterator[Mistake]:  # Any: whatever TOML can hold
    if isinstance(value, int | float) and not isinstance(value, bool) and path[-1] not in _COUNTS:
        yield Mistake(path, f"{path[-1]} is the number {value}; an identifier is written in quotes.")
    elif isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(inner, str):
                yield from _numbers(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            # A number in a list of texts is reported on the key, an entry of [[bad]] by its place.
            if not isinstance(inner, str):
                yield from _numbers(inner, (*path, place) if isinstance(inner, dict) else path)


_COUNTS = frozenset(
    key for module in KINDS.values() for key, parameter in module.PARAMETERS.items() if parameter.of == "count"
)


def _value(value: Any, parameter: Parameter, path: tuple[str | int, ...]) -> Iterator[Mistake]:  # Any: TOML
    key = path[-1]
    if parameter.of == "flag":
        if not isinstance(value, bool):
            yield Mistake(path, f"{key} is {_shown(value)}; it can be true or false.")
        return
    if parameter.of == "day":
        if not is_day(value):
            yield Mistake(path, f"{key} is {_shown(value)}; it is a day, as 2026-11-22 without quotes.")
        return
    if parameter.of == "count":
        if not isinstance(value, int):
            yield Mistake(path, f"{key} is {_shown(value)}; it is a whole number.")
        return
    texts = value if isinstance(value, list | tuple) and parameter.of in ("texts", "phrases", "asked") else [value]
    for text in texts:
        if isinstance(text, int | float) and not isinstance(text, bool):
            continue  # the house rule on numbers has said it
        if not isinstance(text, str):
            yield Mistake(path, f"{key} is {_shown(text)}; it is a text in quotes.")
        elif parameter.choices and text not in parameter.choices:
            yield Mistake(path, f"{key} is {_shown(text)}; it can be {_either(parameter.choices)}.")


def is_day(value: object) -> bool:
    """Whether a TOML value is a day: a date, or its ISO text as the compiled registers keep it."""
    if isinstance(value, date):
        return True
    try:
        return isinstance(value, str) and date.fromisoformat(value) is not None
    except ValueError:
        return False


def _placeholders(message: str) -> list[str]:
    from string import Formatter  # only who looks over rules waits for it

    try:
        return [name for _, name, _, _ in Formatter().parse(message) if name is not None]
    except ValueError:
        return ["{"]


def _plain_name(fault: str) -> bool:
    return (
        len(fault) > 1
        and fault[0].isalpha()
        and all(letter == "-" or (letter.isascii() and (letter.islower() or letter.isdigit())) for letter in fault)
    )


def _shown(value: object) -> str:
    return "missing" if value is None else f'"{value}"' if isinstance(value, str) else str(value)


def _either(names: Iterable[str]) -> str:
    *most, last = [*names] or ["none: there are none yet"]
    return f"{', '.join(most)} or {last}" if most else last


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    import difflib  # only a mistake needs it

    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else f"it can be {_either(sorted(known))}."


def line_of(text: str, path: tuple[str | int, ...]) -> int:
    """
    The line, counted from 1, on which the key at *path* stands in a rule file; the nearest table or 1 when it does not.

    Our own errors need lines and ``tomllib`` keeps none, so the lines are walked once: table headers, keys at the
    beginning of a line, and texts in triple quotes, which are passed over.
    """
    table = str(path[0]) if len(path) > 1 or (path and path[0] in _TABLES) else ""
    wanted_place = next((step for step in path if isinstance(step, int)), 0)
    key = path[-1] if path and isinstance(path[-1], str) and path[-1] != table else ""
    here, place, best, inside = "", -1, 1, ""
    for number, line in enumerate(text.split("\n"), start=1):
        if inside:
            inside = "" if inside in line else inside
            continue
        bare = line.strip()
        if bare.startswith("["):
            header = bare.strip("[]")
            place = place + 1 if header == here else 0
            here = header
            if here == table and place == wanted_place:
                best = number
        elif here == table and (not table or place == wanted_place) and bare.partition("=")[0].strip() == key != "":
            return number
        for quotes in ("'''", '"""'):
            if bare.count(quotes) % 2:
                inside = quotes
    return best
