"""A form: fields in groups, read all at once into one frozen input or into all errors at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from calculators.frame.fields import AnyField, ChoiceField, DateField
from calculators.frame.reading import ErrorCode, FieldError, clean
from calculators.frame.wording import within_a_sentence

MOST_UNKNOWN_KEYS = 50
LONGEST_UNKNOWN_KEY = 60
LONGEST_CARRIED_VALUE = 2000

REFERENCE_DAY = DateField(
    key="peildatum",
    label="Rekenen alsof het deze dag is",
    hint="Laat leeg voor vandaag.",
)


@dataclass(frozen=True)
class Group:
    """Questions that belong together. A group with ``folded`` is shown closed until it is used.

    ``when`` says by the values whether there is reason to ask; ``says`` what a closed group tells of itself: what is
    assumed, or filled in. Both see each value that is good by itself, by key; what was left empty has its default.
    """

    title: str
    fields: tuple[AnyField, ...]
    folded: bool = True
    when: Callable[[Mapping[str, Any]], bool] | None = None
    says: Callable[[Mapping[str, Any]], str] | None = None

    @property
    def key(self) -> str:
        """Return the name of this group in the page: that of its first question."""
        return self.fields[0].key


@dataclass(frozen=True)
class Check:
    """A rule between fields: ``test`` sees the values by key and says what is wrong with field ``on``.

    It runs only when all ``fields`` are good by themselves; one that was left empty has its default, or None.
    """

    on: str
    fields: tuple[str, ...]
    test: Callable[[Mapping[str, Any]], FieldError | None]


@dataclass(frozen=True)
class FormError:
    """One error, tied to the field it belongs to."""

    key: str
    code: ErrorCode
    text: str


@dataclass(frozen=True)
class Parsed[T]:
    """What a form made of the values: the input, or every error; and what the link should keep.

    What stands in private fields is in ``private`` as typed, and in nothing else that gets into a link. ``good`` holds
    the value of every field that is good by itself.
    """

    input: T | None
    reference_day: date
    typed: Mapping[str, str]
    given: Mapping[str, str]
    defaults: Mapping[str, str]
    echoes: Mapping[str, str]
    errors: tuple[FormError, ...]
    unknown: tuple[str, ...]
    carried: Mapping[str, str] = field(default_factory=dict)
    private: Mapping[str, str] = field(default_factory=dict)
    good: Mapping[str, Any] = field(default_factory=dict)

    @property
    def mistakes(self) -> tuple[FormError, ...]:
        """Return the errors that are not just a question without an answer yet."""
        return tuple(error for error in self.errors if error.code != "verplicht")


@dataclass(frozen=True)
class Form[T]:
    """All questions of a calculator; ``build`` makes the frozen input from the values by attribute name."""

    groups: tuple[Group, ...]
    build: Callable[..., T]
    checks: tuple[Check, ...] = ()

    @property
    def fields(self) -> tuple[AnyField, ...]:
        """Return every field in the order of the page."""
        return tuple(one for group in self.groups for one in group.fields)

    def parse(
        self,
        values: Mapping[str, str | Sequence[str]],
        today: date,
        known_elsewhere: Collection[str] = (),
        private: Mapping[str, str | Sequence[str]] | None = None,
    ) -> Parsed[T]:
        """Read all values. Never raises for bad input: errors are collected in form order.

        ``known_elsewhere`` are keys of other calculators and documents: kept, and named nowhere.
        ``private`` are the values of private fields when ``values`` come from a link: there, a key of a private
        field is one that nobody knows. None: ``values`` are somebody's own and hold them too.
        """
        typed: dict[str, str] = {}
        good: dict[str, Any] = {}
        errors: dict[str, FieldError] = {}
        by_key = {one.key: one for one in self.fields}
        hidden = {one.key for one in self.fields if one.private}
        texts: dict[str, str | Sequence[str]] = {key: values.get(key, "") for key in by_key}
        if private is not None:
            texts |= {key: private.get(key, "") for key in hidden}

        for key, one in by_key.items():
            try:
                typed[key] = _single(texts[key])
                good[key] = _read(one, typed[key])
            except FieldError as error:
                errors[key] = error

        by_default = {
            one.key: one.default_with(good) if isinstance(one, ChoiceField) else one.default for one in self.fields
        }
        good |= {key: by_default[key] for key in good if not typed[key]}
        for check in self.checks:
            if errors.keys().isdisjoint({check.on, *check.fields}):
                problem = check.test(good)
                if problem is not None:
                    errors[check.on] = problem

        written = {key: one.write(good[key]) for key, one in by_key.items() if typed.get(key) and key not in errors}
        given = {key: text for key, text in written.items() if text and key not in hidden}
        own = by_key if private is None else by_key.keys() - hidden
        unknown, carried = _foreign(values, own, known_elsewhere)
        return Parsed(
            input=None if errors else self.build(**self._arguments(good, today)),
            reference_day=good.get(REFERENCE_DAY.key) or today,
            typed={key: text for key, text in typed.items() if text and key not in hidden},
            given=given,
            defaults={
                key: one.write(by_default[key])
                for key, one in by_key.items()
                if by_default[key] not in (None, ()) and key not in written and key not in errors
            },
            echoes={key: by_key[key].echo(good[key]) for key, text in written.items() if text},
            errors=tuple(FormError(key, errors[key].code, errors[key].text) for key in by_key if key in errors),
            unknown=unknown,
            carried=carried,
            private={key: text for key, text in typed.items() if text and key in hidden},
            good=good,
        )

    def _arguments(self, good: Mapping[str, Any], today: date) -> dict[str, Any]:
        arguments = {one.attribute: good[one.key] for one in self.fields}
        arguments[REFERENCE_DAY.attribute] = good.get(REFERENCE_DAY.key) or today
        return arguments


def _single(value: str | Sequence[str] | None) -> str:
    """Return the one cleaned text of a value; a key that was given twice is an error."""
    if value is None or isinstance(value, str):
        return clean(value or "")
    texts = [clean(text) for text in value]
    if len(texts) > 1:
        raise FieldError("dubbel", "Dit staat er twee keer in. Vul één antwoord in.")
    return texts[0] if texts else ""


def _read(one: AnyField, text: str) -> Any:
    """Return the value of one field: what was typed, its default, or None."""
    if not text:
        if one.required:
            is_question = one.label.endswith("?")
            asked = (
                f"Beantwoord deze vraag: {one.label}" if is_question else f"Vul dit in: {within_a_sentence(one.label)}."
            )
            raise FieldError("verplicht", asked)
        return one.default
    if len(text) > one.longest:
        raise FieldError("te-lang", f"Dit is te lang. Gebruik hoogstens {one.longest} tekens.")
    return one.parse(text)


def _foreign(
    values: Mapping[str, str | Sequence[str]], own: Collection[str], known_elsewhere: Collection[str]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Sort the keys that are not of this form into those nobody knows and those another page knows."""
    foreign: Iterable[str] = (key for key in values if key not in own)
    unknown: list[str] = []
    carried: dict[str, str] = {}
    for key in foreign:
        value = values[key]
        text = value if isinstance(value, str) else ",".join(value[:1])
        if key not in known_elsewhere:
            unknown.append(key[:LONGEST_UNKNOWN_KEY])
        elif len(text) <= LONGEST_CARRIED_VALUE:
            carried[key] = text
    more = len(unknown) - MOST_UNKNOWN_KEYS
    return (*unknown[:MOST_UNKNOWN_KEYS], *([f"… en nog {more}"] if more > 0 else [])), carried
