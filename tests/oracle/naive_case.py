"""One case of the timeline, in the words of the form (the keys of a link)."""

from dataclasses import dataclass
from datetime import date

from tests.oracle.naive_calendar import Period


@dataclass(frozen=True)
class Case:
    """What somebody filled in."""

    first_sick_day: date
    reference_day: date
    without_employer: bool = False
    interruptions: tuple[Period, ...] = ()
    leave: tuple[Period, ...] = ()
    leave_same_cause: bool = True
    analysis: date | None = None
    first_year_evaluation: date | None = None
    wia_application: date | None = None
    early_iva_application: date | None = None
    sanction_weeks: int = 0
    sanction_until: date | None = None
    extension_weeks: int = 0
    end_of_contract: date | None = None
    aow_day: date | None = None
    placement_start: date | None = None
    placement_weeks: int = 8
    secondment_start: date | None = None
    secondment_end: date | None = None
    benefit: str | None = None
    trial_start: date | None = None
    trial_months: int = 2
    new_contract: date | None = None
    hours_start: int | None = None
    hours_goal: int | None = None
    hours_step: int | None = None

    @property
    def happened(self) -> list[date]:
        """Give the days on which something was done, as far as they were filled in."""
        return [day for day in (self.analysis, self.first_year_evaluation, self.wia_application) if day]

    @property
    def about_this_illness(self) -> list[date]:
        """Give what was done or, an early IVA, is planned: each belongs to one illness."""
        return [*self.happened, *([self.early_iva_application] if self.early_iva_application else [])]


def read_case(values: dict[str, str]) -> Case:
    """Read a case from the keys of a link, dates in ISO notation."""

    def day(key: str) -> date | None:
        return date.fromisoformat(values[key]) if values.get(key) else None

    def number(key: str) -> int | None:
        return int(values[key]) if values.get(key) else None

    def periods(key: str) -> tuple[Period, ...]:
        texts = [text.split("/") for text in values.get(key, "").split(",") if text]
        return tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in texts)

    return Case(
        first_sick_day=date.fromisoformat(values["eerste-ziektedag"]),
        reference_day=date.fromisoformat(values["peildatum"]),
        without_employer=(values.get("situatie") or ("vangnet" if values.get("rol") == "uitkering" else "werknemer"))
        == "vangnet",
        interruptions=periods("onderbrekingen"),
        leave=periods("verlof"),
        leave_same_cause=values.get("verlof-zelfde-oorzaak", "ja") == "ja",
        analysis=day("probleemanalyse"),
        first_year_evaluation=day("eerstejaarsevaluatie"),
        wia_application=day("wia-aanvraag"),
        early_iva_application=day("vervroegde-iva-aanvraag"),
        sanction_weeks=number("loonsanctie-weken") or 0,
        sanction_until=day("loonsanctie-tot"),
        extension_weeks=number("verlenging-weken") or 0,
        end_of_contract=day("einde-dienstverband"),
        aow_day=day("aow-datum"),
        placement_start=day("werkervaringsplaats-start"),
        placement_weeks=number("werkervaringsplaats-weken") or 8,
        secondment_start=day("detachering-start"),
        secondment_end=day("detachering-einde"),
        benefit=values.get("uitkering"),
        trial_start=day("proefplaatsing-start"),
        trial_months=number("proefplaatsing-maanden") or 2,
        new_contract=day("in-dienst"),
        hours_start=number("uren-start"),
        hours_goal=number("uren-doel"),
        hours_step=number("uren-stap"),
    )
