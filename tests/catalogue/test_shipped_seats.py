"""The seats of both annexes, and the contacts that every department has besides."""

from collections import Counter

from catalogue.shipped import contacts
from domain.notice import Notice, Post


def _seats(notice: Notice, body: str) -> list[Post]:
    return [post for post in notice.posts if post.body == body]


def test_seats_are_addressed_by_post_in_the_printed_order(notice: Notice) -> None:
    assert [(post.title, post.unit) for post in _seats(notice, "领导小组")] == [
        ("院长", "院领导"),
        ("副院长", "院领导"),
        ("副院长", "院领导"),
        ("派驻组组长", "派驻组"),
        ("政治部主任", "政治部"),
        ("副院长", "院领导"),
        ("副院长", "院领导"),
        ("审委会专职委员", "院领导"),
        ("办公室主任", "办公室"),
        ("立案庭庭长", "立案庭"),
        ("刑事审判庭副庭长", "刑事审判庭"),
        ("民事审判庭庭长", "民事审判庭"),
        ("商事审判庭庭长", "商事审判庭"),
        ("执行局局长", "执行局"),
        ("执行裁判庭庭长", "执行裁判庭"),
        ("审判监督庭庭长", "审判监督庭"),
        ("南翔法庭庭长", "南翔法庭"),
        ("安亭法庭庭长", "安亭法庭"),
        ("嘉北法庭庭长", "嘉北法庭"),
        ("嘉中法庭庭长", "嘉中法庭"),
        ("法警大队大队长", "法警大队"),
        ("法警大队政治委员", "法警大队"),
    ]
    assert [(post.title, post.unit) for post in _seats(notice, "创建办")] == [
        ("创建办主任", "政治部"),
        ("创建办副主任", "院领导"),
        ("政治部副主任", "政治部"),
        ("政治部副主任", "政治部"),
        ("政治部副主任", "政治部"),
        ("刑事审判庭副庭长", "刑事审判庭"),
        ("民事审判庭副庭长", "民事审判庭"),
        ("团总支书记（审监庭法官）", "审判监督庭"),
        ("立案庭专职党务干部", "立案庭"),
        ("商事审判庭专职党务干部", "商事审判庭"),
        ("执行局专职党务干部", "执行局"),
    ]


def test_both_bodies_have_their_printed_seats(notice: Notice) -> None:
    assert Counter((post.body, post.part) for post in notice.posts) == {
        ("领导小组", "组长"): 1,
        ("领导小组", "副组长"): 7,
        ("领导小组", "成员"): 14,
        ("创建办", "主任"): 1,
        ("创建办", "副主任"): 1,
        ("创建办", "成员"): 9,
    }


def test_a_role_follows_from_the_part_in_the_body(notice: Notice) -> None:
    assert {(post.body, post.part, post.role) for post in notice.posts} == {
        ("领导小组", "组长", "leader"),
        ("领导小组", "副组长", "leader"),
        ("领导小组", "成员", "head"),
        ("创建办", "主任", "director"),
        ("创建办", "副主任", "office"),
        ("创建办", "成员", "office"),
    }


def test_every_member_of_the_leading_group_heads_a_department_of_its_own_but_the_bailiffs_have_two(
    notice: Notice,
) -> None:
    heads = Counter(post.unit for post in _seats(notice, "领导小组") if post.role == "head")
    without = {"政治部", "机关党委"}  # a vice head speaks for them
    expected = Counter(unit.name for unit in notice.units if unit.kind == "unit" and unit.name not in without)
    expected["法警大队"] = 2
    assert heads == expected


def test_seats_of_one_title_are_numbered(notice: Notice) -> None:
    several = {("领导小组", "副院长"): 4, ("创建办", "政治部副主任"): 3}
    for (body, title), count in several.items():
        assert [post.seat for post in _seats(notice, body) if post.title == title] == list(range(1, count + 1))
    assert len({(post.body, post.title, post.seat) for post in notice.posts}) == len(notice.posts) == 33
    assert len({(post.body, post.title) for post in notice.posts}) == 33 - 3 - 2


def test_three_persons_hold_a_seat_in_each_body(notice: Notice) -> None:
    def pairs(body: str) -> set[tuple[str, str | None]]:
        return {(post.title, post.same_holder_as) for post in _seats(notice, body) if post.same_holder_as}

    assert pairs("领导小组") == {
        ("政治部主任", "创建办主任"),
        ("审委会专职委员", "创建办副主任"),
        ("刑事审判庭副庭长", "刑事审判庭副庭长"),
    }
    assert {(other, title) for title, other in pairs("创建办")} == pairs("领导小组")


def test_every_department_has_one_contact_and_one_deputy(notice: Notice) -> None:
    departments = [unit.name for unit in notice.units if unit.kind == "unit" or unit.name == "派驻组"]
    assert len(departments) == 16
    posts = contacts(notice)
    for role, ending in (("contact", "联络员"), ("deputy", "联络员（B岗）")):
        assert [post.unit for post in posts if post.role == role] == departments
        assert [post.title for post in posts if post.role == role] == [name + ending for name in departments]
    assert {post.role for post in posts} == {"contact", "deputy"}
