"""The milestones of the road to WIA: which there are, on which day, and which fall away.

Each line names the article that it implements (texts of 1 July 2026).
"""

from datetime import date

from tests.oracle.naive_calendar import ONE_DAY, Period, length, step
from tests.oracle.naive_ends import Ends
from tests.oracle.naive_waiting_period import WEEK, first_day_of_early_iva

# In this order events of one day are listed.
FIXED_ORDER = [
    "probleemanalyse",
    "plan-van-aanpak",
    *[f"evaluatie-plan-{number}" for number in range(1, 17)],
    "melding-42e-week",
    "eerstejaarsevaluatie",
    "tweede-spoor-uiterlijk",
    "brief-uwv-wia",
    "re-integratieverslag",
    "wia-aanvraag",
    "no-risk-peildag",
    "besluit-loonsanctie",
    "einde-wachttijd",
    "einde-verlenging",
    "einde-loonsanctie",
    "einde-loondoorbetaling",
    "eerste-wia-dag",
    "vervroegde-iva-aanvraag",
    "vervroegde-iva",
    "einde-opzegverbod",
    "einde-dienstverband",
    "aow",
    "ezwb",
    "werkervaringsplaats-start",
    "werkervaringsplaats-evaluatie-1",
    "werkervaringsplaats-evaluatie-2",
    "werkervaringsplaats-evaluatie-3",
    "werkervaringsplaats-einde",
    "detachering-start",
    "detachering-einde",
    "proefplaatsing-aanvraag",
    "proefplaatsing-start",
    "proefplaatsing-einde",
    "in-dienst",
    "no-risk-einde",
    "lkv-doelgroepverklaring",
    "lkv-einde",
]

# WIA 43(g): left out from the AOW age on.
ABOUT_WIA_SANCTION_OR_SECOND_TRACK = {
    "tweede-spoor-uiterlijk",
    "brief-uwv-wia",
    "re-integratieverslag",
    "wia-aanvraag",
    "no-risk-peildag",
    "besluit-loonsanctie",
    "einde-wachttijd",
    "einde-verlenging",
    "einde-loonsanctie",
    "eerste-wia-dag",
    "vervroegde-iva-aanvraag",
    "vervroegde-iva",
}

# WIA 43(g): on the way to a WIA that can not begin any more on the first day that it could.
ON_THE_WAY_TO_AN_APPLICATION = {"brief-uwv-wia", "wia-aanvraag", "besluit-loonsanctie"}

# What stays when the contract ends first.
NOT_OF_THE_EMPLOYER = {
    "brief-uwv-wia",
    "wia-aanvraag",
    "no-risk-peildag",
    "einde-wachttijd",
    "eerste-wia-dag",
    "vervroegde-iva-aanvraag",
    "vervroegde-iva",
    "einde-dienstverband",
    "aow",
    "ezwb",
}

OF_THE_PLAN = ("probleemanalyse", "plan-van-aanpak", "evaluatie-plan", "eerstejaarsevaluatie")

POLICY_WHATEVER_THE_WAIT = ("Wajong", "WAO", "WAZ")  # ZW 29b(2)(a) and 90(1)(a)
ALSO_WITHOUT_EMPLOYER = {
    "probleemanalyse",
    "plan-van-aanpak",
    "ezwb",
    "brief-uwv-wia",
    "wia-aanvraag",
    "no-risk-peildag",
    "einde-wachttijd",
    "eerste-wia-dag",
    "vervroegde-iva-aanvraag",
    "vervroegde-iva",
}


class Milestones:
    """The milestones of one case, put on the calendar and taken off again."""

    def __init__(self, ends: Ends) -> None:
        self.ends = ends
        self.case = ends.case
        self.events: dict[str, Period] = {}

    def put(self, name: str, day: date) -> None:
        """Put a milestone on a day."""
        self.events[name] = (day, day)

    def weeks(self, number: int) -> date:
        """Give the last day of a counted week."""
        return self.ends.counted(WEEK * number)

    def walk_as_employee(self) -> None:
        """Put the duties of employer and employee."""
        self.put_plan()
        asked = self.ends.used(self.case.early_iva_application)
        if asked is None or asked > self.weeks(42) + ONE_DAY:  # ZW 38(8): a request of before it counts as this report
            self.put("melding-42e-week", self.weeks(42) + ONE_DAY)  # ZW 38(1): the first day after 42 weeks
        self.put_evaluations()
        self.put("re-integratieverslag", self.ends.find_report_due())  # WIA 25(3) and (4)
        self.put("besluit-loonsanctie", self.ends.find_decision_due())  # WIA 25(10)
        if self.ends.end_of_extension:
            self.put("einde-verlenging", self.ends.end_of_extension)  # WIA 24(2)
        if self.ends.end_of_sanction:
            self.put("einde-loonsanctie", self.ends.end_of_sanction)  # WIA 25(9) and (14)
        self.put("einde-loondoorbetaling", self.ends.last_paid_day())  # BW 7:629(1) and (11)
        self.put("einde-opzegverbod", self.ends.first_day_without_dismissal_ban())  # BW 7:670(1) and (11)
        self.put_way_to_wia()
        self.put_early_iva()
        left = self.ends.used(self.case.end_of_contract)
        if left is not None and left < self.weeks(52):  # ZW 19aa(1): whoever has no employer then, also 29(2)(c)
            self.events["ezwb"] = (max(self.ends.counted(43 * WEEK + 1), left + ONE_DAY), self.weeks(52))

    def put_plan(self) -> None:
        """Regeling procesgang eerste en tweede ziektejaar 2 and 4(1): six weeks, and two weeks after the analysis.

        The plan is a duty of who owes the wage (WIA 25(1) and (2)), so none is due after it; talks are about a plan.
        """
        self.put("probleemanalyse", self.weeks(6))
        plan = self.ends.find_plan_due()
        if plan <= self.ends.last_paid_day():
            self.put("plan-van-aanpak", plan)
        ill_days = 1
        while self.ends.counted(ill_days + 1) <= plan:
            ill_days += 1
        talk = 0
        while ill_days + 6 * WEEK <= 104 * WEEK:
            talk += 1
            ill_days += 6 * WEEK
            self.put(f"evaluatie-plan-{talk}", self.ends.counted(ill_days))

    def put_evaluations(self) -> None:
        """Put what UWV's norm asks: weeks 46 to 52, and the second track six weeks later."""
        self.events["eerstejaarsevaluatie"] = (self.ends.counted(45 * WEEK + 1), self.weeks(52))
        evaluation = self.ends.used(self.case.first_year_evaluation) or self.weeks(52)
        self.put("tweede-spoor-uiterlijk", step(evaluation, 6 * WEEK))

    def put_way_to_wia(self) -> None:
        """WIA 23, 47, 54 and 64, ZW 29b(1)(b): the letter, the application, the check day and the first day."""
        self.put("brief-uwv-wia", self.weeks(88) + ONE_DAY)  # 64(2): at the latest in week 89; no extension moves it
        self.put("wia-aanvraag", self.ends.application_due)
        if self.case.benefit not in ("WGA", "IVA", *POLICY_WHATEVER_THE_WAIT):  # 2° is for who stays under 35 percent
            self.put("no-risk-peildag", self.ends.check_day)
        self.put("einde-wachttijd", self.ends.end_of_wait)
        self.put("eerste-wia-dag", self.ends.first_wia_day)

    def put_early_iva(self) -> None:
        """WIA 23(6) and 66, when an application was filled in; its window (from week 3, before week 68) is UWV's."""
        application = self.ends.used(self.case.early_iva_application)
        if application is None:
            return
        first_day = first_day_of_early_iva(self.ends.illness, application)
        if self.case.aow_day and first_day >= self.case.aow_day:
            return  # 43(g): it would begin when there is no WIA any more
        self.events["vervroegde-iva-aanvraag"] = (self.ends.counted(2 * WEEK + 1), self.weeks(67))
        self.put("vervroegde-iva", first_day)

    def walk_without_employer(self) -> None:
        """Put what UWV does for somebody without an employer; ZW 19aa: the test after 52 weeks."""
        self.put("probleemanalyse", self.weeks(13))
        self.put("plan-van-aanpak", self.weeks(15))
        self.events["ezwb"] = (self.ends.counted(43 * WEEK + 1), self.weeks(52))
        self.put_way_to_wia()
        self.put_early_iva()  # WIA 66(7) leaves out the statement of the doctor for them, so they can ask it too

    def leave_out_what_aow_ends(self) -> None:
        """WIA 43(g): from the AOW age on there is no WIA, so nothing on the way to it."""
        aow = self.case.aow_day
        if aow is None:
            return
        for name in ABOUT_WIA_SANCTION_OR_SECOND_TRACK & set(self.events):
            if self.events[name][0] >= aow:
                del self.events[name]
        self.leave_out_the_plan(aow)
        if "ezwb" in self.events and self.events["ezwb"][1] >= aow:  # ZW 29(4): no sick pay any more to judge about
            del self.events["ezwb"]
        last_before_wia = self.ends.find_end_of_extended_wage() or self.ends.end_of_wait
        gone = set(ON_THE_WAY_TO_AN_APPLICATION) if aow <= last_before_wia + ONE_DAY else set()
        if aow <= self.ends.first_wia_day:
            gone.add("no-risk-peildag")
        for name in gone & set(self.events):
            del self.events[name]

    def leave_out_the_plan(self, aow: date) -> None:
        """BW 7:658a(3) and 660a(2): of who has the AOW age no plan, nor talks about it; WIA 25 insures him no more."""
        for name in [name for name in self.events if name.startswith(OF_THE_PLAN)]:
            first, last = self.events.pop(name)
            if first < aow:
                self.events[name] = (first, last if last < aow else step(aow, -1))

    def leave_out_what_end_of_wages_ends(self) -> None:
        """Leave out the employer's duties after six weeks of AOW: they last as long as the wages."""
        last = self.ends.last_paid_day_with_contract()
        if self.case.aow_day is None or last >= self.ends.end_of_lengthened_wage:
            return
        for name in set(self.events) - NOT_OF_THE_EMPLOYER - {"einde-opzegverbod"}:
            if self.events[name][0] > last:
                del self.events[name]

    def leave_out_what_end_of_contract_ends(self) -> bool:
        """Leave out the employer's duties after the contract, and tell whether it ended first.

        ZW 38(2): who leaves ill gets his report of re-integration on the last day, when six weeks lie between the first
        day of illness and that day; unlike 38(1) it leaves no days of leave or recovery out.
        """
        end = self.case.end_of_contract
        if end is None or not self.ends.contract_ends_first():
            return False
        report_due = self.ends.find_report_due()
        for name in set(self.events) - NOT_OF_THE_EMPLOYER:
            if self.events[name][0] > end:
                del self.events[name]
        six_weeks = length((self.ends.first_day, end)) >= 6 * WEEK
        if report_due > end and six_weeks and self.has_sick_pay_on(end + ONE_DAY):
            self.put("re-integratieverslag", end)
        return True

    def has_sick_pay_on(self, day: date) -> bool:
        """ZW 29(4) and (5): for 104 weeks and not from the AOW age on; when the illness began after it, for six."""
        aow = self.case.aow_day
        if aow is not None and aow <= self.ends.first_day:
            return day <= self.weeks(6)
        return day <= self.weeks(104) and (aow is None or day < aow)
