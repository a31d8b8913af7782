"""What a write touched: the question every list asks before it refreshes."""

import pytest

from district_desk.domain.changes import Changes, Entity, merged


def touching(*entities):
    return Changes("x", touched={entity: frozenset({1}) for entity in entities})


def test_nothing_touched_is_nothing_changed():
    assert not Changes("look")
    assert not Changes("look", touched={Entity.ITEM: frozenset()})
    assert touching(Entity.ITEM)


@pytest.mark.parametrize(
    ("entity", "register", "due", "catalogue"),
    [
        (Entity.DIRECTIVE, True, True, False),
        (Entity.ITEM, True, True, False),
        (Entity.ASSIGNMENT, True, True, False),
        (Entity.EVENT, True, True, False),
        (Entity.UNIT, True, True, True),
        (Entity.DAY_OFF, False, True, True),
        (Entity.CALENDAR_YEAR, False, True, True),
        (Entity.SETTING, False, True, True),
        (Entity.PERSON, False, False, True),
        (Entity.DOCUMENT_TYPE, True, False, True),
        (Entity.ATTACHMENT, True, False, False),
        (Entity.DOCUMENT_TEXT, False, False, False),
    ],
)
def test_each_list_knows_what_concerns_it(entity, register, due, catalogue):
    changes = touching(entity)
    assert (changes.concern_register(), changes.concern_due(), changes.concern_catalogue()) == (
        register,
        due,
        catalogue,
    )


def test_the_ids_of_an_entity_are_told_and_of_an_untouched_one_there_are_none():
    changes = Changes("x", touched={Entity.ITEM: frozenset({3, 5})})
    assert changes.ids(Entity.ITEM) == {3, 5}
    assert changes.ids(Entity.UNIT) == frozenset()


def test_several_writes_of_one_action_are_one_change():
    first = Changes("put", 7, 2, "04/CT-UBND", {Entity.ITEM: frozenset({1, 2})})
    second = Changes("put", 8, 14, "", {Entity.ITEM: frozenset({2, 3}), Entity.ASSIGNMENT: frozenset({9})})
    one = merged("assign", [first, second])
    assert (one.operation, one.journal_id, one.count, one.subject) == ("assign", 8, 16, "04/CT-UBND")
    assert one.ids(Entity.ITEM) == {1, 2, 3}
    assert one.ids(Entity.ASSIGNMENT) == {9}
