"""Answers are followed through the tree of a role."""

from calculators.wegwijzer.check import findings, page_count
from calculators.wegwijzer.tree import NoSuchAnswer, Reached, before, follow, leading_to, most_questions, routes
from tests.wegwijzer.sample import sample

TREES = sample().trees
EMPLOYEE = TREES["werknemer"]


def reached(**answers: str) -> Reached:
    found = follow(EMPLOYEE, {key.replace("_", "-"): answer for key, answer in answers.items()})
    assert isinstance(found, Reached)
    return found


def test_without_answers_the_first_question_is_asked():
    assert reached().at is EMPLOYEE.questions["nog-ziek"]


def test_an_answer_leads_to_the_next_question_and_the_last_to_an_outcome():
    assert reached(nog_ziek="ja").at.id == "contract-loopt-af"
    assert reached(contract_loopt_af="ja", nog_ziek="ja").at is EMPLOYEE.outcomes["einde"]


def test_an_answer_that_is_not_on_the_way_is_named_and_not_used():
    assert reached(nog_ziek="nee", contract_loopt_af="ja", zomaar="iets").unused == ("contract-loopt-af", "zomaar")


def test_an_answer_that_a_question_does_not_offer_is_refused():
    found = follow(EMPLOYEE, {"nog-ziek": "misschien"})
    assert isinstance(found, NoSuchAnswer)
    assert (found.question.id, found.given) == ("nog-ziek", "misschien")


def test_every_way_is_walked_once():
    ways = [(*route.answers.values(), route.at.id) for route in routes(EMPLOYEE)]
    assert ways == [
        ("ja", "ja", "einde"),
        ("ja", "nee", "niet-ziek"),
        ("ja", "weet-niet", "niet-ziek"),
        ("nee", "niet-ziek"),
        ("weet-niet", "ja", "einde"),
        ("weet-niet", "nee", "niet-ziek"),
        ("weet-niet", "weet-niet", "niet-ziek"),
    ]


def test_the_number_of_questions_still_to_come_is_that_of_the_longest_way():
    assert [most_questions(EMPLOYEE, name) for name in ("nog-ziek", "contract-loopt-af", "einde")] == [2, 1, 0]


def test_a_page_knows_which_answers_lead_to_it_and_which_questions_come_before():
    assert [(step.question.id, step.answer.id) for step in leading_to(EMPLOYEE, "contract-loopt-af")] == [
        ("nog-ziek", "ja"),
        ("nog-ziek", "weet-niet"),
    ]
    assert [question.id for question in before(EMPLOYEE, "einde")] == ["nog-ziek", "contract-loopt-af"]


def test_texts_and_answers_are_those_of_the_role():
    assert EMPLOYEE.questions["nog-ziek"].text == "Ben je nu ziek?"
    assert TREES["inlener"].questions["nog-ziek"].text == "Is de medewerker nu ziek?"
    assert [len(TREES[role].questions["contract-loopt-af"].answers) for role in ("werknemer", "inlener")] == [3, 2]


def test_a_reason_that_never_holds_for_a_role_is_left_off_and_one_that_always_does_has_no_condition():
    reasons = EMPLOYEE.outcomes["einde"].reasons
    assert [(reason.text, reason.condition.words) for reason in reasons] == [
        ("Het loon hoort bij het contract.", ""),
        ("De Ziektewet neemt het over.", "iemand nog ziek is"),
    ]
    always = sample(('als = { nog-ziek = ["ja"] }', 'als = { nog-ziek = ["ja", "weet-niet"] }'))
    assert not always.trees["werknemer"].outcomes["einde"].reasons[1].condition.needs


def test_the_sample_is_a_good_tree_of_twenty_pages():
    assert findings(sample()) == []
    assert page_count(sample()) == 20
