import dataclasses
import tomllib
from pathlib import Path

import pytest

from bot.settings import HOME, Environment, SettingsError, load
from catalogue import shipped

SHIPPED = (HOME / "config.toml").read_text(encoding="utf-8")
TOKEN = "123456789:AbCdEfGhIjKlMnOpQrStUvWxYz-123456789"
NAMES = ("DUBAN_TELEGRAM_TOKEN", "DUBAN_TELEGRAM_API_URL", "DUBAN_TELEGRAM_PROXY", "DUBAN_DATABASE_URL")
HOOK = {
    "DUBAN_TELEGRAM_TOKEN": TOKEN,
    "DUBAN_WEBHOOK_URL": "https://court.example/hook",
    "DUBAN_WEBHOOK_SECRET": "a_-9",
}


def complaint(path: Path) -> str:
    with pytest.raises(SettingsError) as caught:
        load(path)
    return str(caught.value)


def test_the_settings_as_shipped_are_good() -> None:
    settings = load(HOME / "config.toml")
    assert settings.notice in shipped.names()
    assert settings.rules().cadences


def test_every_cadence_of_the_notice_is_in_the_settings() -> None:
    settings = load(HOME / "config.toml")
    notice = shipped.load(settings.notice)
    asked = {r.cadence for i in notice.indicators for r in i.requirements}
    asked |= {i.files_cadence for i in notice.indicators if i.files_cadence}
    assert asked <= set(settings.cadences)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("staff_at_most = 2000", "staff_at_most = 2000\nstaf = 1", "staf"),
        ("named_from = 5", "named_from = 5\nsooner = 4", "digest.sooner"),
        ("[digest]", "[digests]\nx = 1\n[digest]", "digests"),
        ("opens = 09:00:00\ncloses", "open = 09:00:00\ncloses", "office.open"),
        ('notice = "jiading-2022"', "", "notice"),
        ("invite_hours = 24", 'invite_hours = "tomorrow"', "people.invite_hours"),
        ("invite_hours = 24", "invite_hours = 0", "people.invite_hours"),
        ("largest_megabytes = 20", "largest_megabytes = 50", "files.largest_megabytes"),
        ("named_from = 5", "named_from = 1", "digest.named_from"),
        ("look_again = 08:30:00", "look_again = 09:30:00", "digest: look_again is after issue"),
        ("within = 2", "within = 0", "review.within"),
        ("at_most = 10", "at_most = 0", "extension.at_most"),
        ('ladder = "extending"', 'ladder = "rope"', '"rope"'),
        ("leaves = 3", "leaves = -1", "passing.leaves"),
        ('to = "院领导"', 'to = ""', "papers.to"),
        ('code = "嘉法创简"', 'cod = "嘉法创简"', "papers.code"),
        ('language = "zh_CN"', 'language = "fr"', "language"),
        ('zone = "Asia/Shanghai"', 'zone = "Asia/Nowhere"', "zone"),
        ('zone = "Asia/Shanghai"', 'zone = "../../etc/passwd"', "zone"),
        ("closes = 17:30:00", "closes = 08:30:00", "office"),
        ('ladder = "signing"', 'ladder = "rope"', '"rope"'),
        ('form = "roll-call"', 'form = "essay"', "cadences.filing.form"),
        ('title = "“三个规定”月报告"', "", "title"),
        ("quota = { total = 2, least = 1 }", "", "quota"),
        ("quota = { total = 2, least = 1 }", "quota = { total = 2 }", "cadences.meeting.quota.least"),
        ("quota = { total = 2, least = 1 }", "quota = { total = 2, least = 3 }", "quota.least"),
        ('opens = "after 1"\ndue = "after 3"', 'opens = "after 4"\ndue = "after 3"', "cadences.filing: due is before"),
        ('opens = "after 1"\ndue = "after 3"', 'opens = "within 40"\ndue = "after 3"', "cadences.filing: opens"),
        ('due = "within -1"', 'due = "at the end"', "cadences.meeting.due"),
        ('due = "within -1"', 'due = "within 0"', "cadences.meeting.due"),
        (
            'every = "half-year"\nopens = "within 1"',
            'every = "fortnight"\nopens = "within 1"',
            "cadences.meeting.every",
        ),
        ('every = "half-year"\nopens = "within 1"', 'opens = "within 1"', "every"),
        ('office = ["T+2"]', 'office = ["T+two"]', "ladders.signing.office"),
        ('office = ["T+2"]', 'director = ["T+2"]', "ladders.signing.director"),
        ('office = ["T+2"]', "office = 2", "ladders.signing.office"),
        ('"09-30"', '"09-31"', 'pace.looked_at.1: "09-31" is on no day'),
        ('"09-30"', '"02-29"', 'pace.looked_at.1: "02-29" is on no day'),
        ('"09-30"', '"9-30"', 'pace.looked_at.1: "9-30" is no month and day'),
        ("expected_from = 50", "expected_from = 0", "pace.expected_from"),
        ("n = 10", "n = 0", "orders.rules.4.n"),
        ('colour = "red"', 'colour = "black"', "orders.rules.4.colour"),
        ('name = "严重逾期"', 'name = "逾期"', 'orders: two rules are called "逾期"'),
        ("explain_within = 1", "explain_within = 9", "orders: explain_within is more"),
        ("port = 0 ", "port = 70000 ", "watch.port"),
        ("port = 0 ", 'port = 0\nhost = "0.0.0.0" ', "watch.host: unknown key"),
        ('host = "127.0.0.1"', 'host = "here"', 'webhook.host: "here" is no address'),
        ("port = 8082", "port = 0", "webhook.port"),
        ("[words.order]", "[words.orders]", "words.order is missing"),
        ("quiet = true", "quiet = true\npace = true", "cadences.history: what is asked once has no pace"),
    ],
)
def test_a_mistake_in_the_settings_is_one_line_that_names_its_key(
    old: str, new: str, named: str, tmp_path: Path
) -> None:
    assert old in SHIPPED
    path = tmp_path / "config.toml"
    path.write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")
    said = complaint(path)
    assert said.startswith(f"{path}: ")
    assert named in said
    assert "\n" not in said


def test_as_shipped_nobody_is_answered_and_nothing_is_listened_to_beyond_this_machine() -> None:
    settings = load(HOME / "config.toml")
    assert settings.watch.port == 0
    assert settings.webhook.host == "127.0.0.1"


def test_an_unknown_key_is_called_unknown(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(SHIPPED.replace("staff_at_most", "stuff_at_most", 1), encoding="utf-8")
    assert complaint(path) == f"{path}: stuff_at_most: unknown key; is it staff_at_most?"


@pytest.mark.parametrize(
    "content", [b"notice = ", b"notice = 1\nnotice = 2", b"[office\n", b"\xff\xfe", b"", b"x" * 100]
)
def test_a_file_that_is_no_settings_is_one_line_that_names_it(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    said = complaint(path)
    assert said.startswith(f"{path}: ")
    assert "\n" not in said


def test_settings_that_are_not_there_are_one_line_that_names_the_file(tmp_path: Path) -> None:
    assert complaint(tmp_path / "none.toml") == f"{tmp_path / 'none.toml'}: cannot be read (it is not there)"
    assert complaint(tmp_path) == f"{tmp_path}: cannot be read (it is a folder)"


def test_every_line_of_the_settings_is_read() -> None:
    """A key that nothing reads would be forbidden; one without effect would be a lie to whoever turns it."""
    given = tomllib.loads(SHIPPED)
    settings = load(HOME / "config.toml")
    assert settings.watch.model_dump() == given["watch"]
    assert settings.webhook.model_dump() == given["webhook"]
    rules = settings.rules()
    assert rules.staff_at_most == given["staff_at_most"]
    assert rules.campaign == given["campaign"]
    assert rules.office_name == given["office_name"]
    assert rules.invite_hours == given["people"]["invite_hours"]
    assert rules.strangers_a_day == given["people"]["strangers_a_day"]
    assert rules.largest_file == given["files"]["largest_megabytes"] << 20
    hours = (rules.cut_off, rules.look_again, rules.issue)
    assert hours == tuple(given["digest"][key] for key in ("cut_off", "look_again", "issue"))
    assert rules.orders.code == given["orders"]["code"]
    assert rules.orders.decide_within == given["orders"]["decide_within"]
    assert rules.orders.titles == given["orders"]["titles"]
    assert list(rules.orders.reasons) == given["orders"]["reasons"]
    limits = (rules.orders.limits.yellow, rules.orders.limits.explain, rules.orders.limits.done)
    assert limits == tuple(given["orders"][key] for key in ("yellow_within", "explain_within", "red_within"))
    assert [dataclasses.asdict(rule) for rule in rules.orders.rules] == given["orders"]["rules"]
    assert rules.named_from == given["digest"]["named_from"]
    assert (rules.sign_within, rules.signing_ladder) == (given["signing"]["within"], given["signing"]["ladder"])
    assert set(rules.ladders) == set(given["ladders"])
    assert set(rules.cadences) == {name for name, cadence in given["cadences"].items() if "form" in cadence}


# the environment


def test_nothing_need_be_set() -> None:
    found = Environment.read({})
    assert (found.token, found.database_url, found.proxy) == (None, None, None)
    assert found.api_url == "https://api.telegram.org"
    assert (found.data_dir, found.config) == (HOME / "data", HOME / "config.toml")


def test_what_is_set_to_nothing_is_not_set() -> None:
    assert Environment.read(dict.fromkeys(NAMES, " ")) == Environment.read({})


PROXY = "http://clerk:secret@proxy:3128"


@pytest.mark.parametrize(("name", "value"), [("DUBAN_TELEGRAM_TOKEN", TOKEN), ("DUBAN_TELEGRAM_PROXY", PROXY)])
def test_a_secret_may_lie_in_a_file(name: str, value: str, tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text(f"{value}\n", encoding="utf-8")
    found = Environment.read({f"{name}_FILE": str(path)})
    assert value in (found.token, found.proxy)


def test_an_address_loses_its_last_stroke() -> None:
    assert Environment.read({"DUBAN_TELEGRAM_API_URL": "http://127.0.0.1:1/"}).api_url == "http://127.0.0.1:1"


@pytest.mark.parametrize(
    ("env", "named"),
    [
        ({"DUBAN_TELEGRAM_TOKEN": "not a token"}, "DUBAN_TELEGRAM_TOKEN"),
        ({"DUBAN_TELEGRAM_TOKN": TOKEN}, "DUBAN_TELEGRAM_TOKN"),
        ({"DUBAN_TELEGRAM_PROXY": "proxy:3128"}, "DUBAN_TELEGRAM_PROXY"),
        ({"DUBAN_TELEGRAM_PROXY": "socks5://proxy:3128"}, "DUBAN_TELEGRAM_PROXY"),
        ({"DUBAN_TELEGRAM_TOKEN": TOKEN, "DUBAN_DATABASE_URL": "sqlite:///:memory:"}, "DUBAN_DATABASE_URL"),
        ({"DUBAN_TELEGRAM_TOKEN": "123456789:short"}, "DUBAN_TELEGRAM_TOKEN"),
        ({"DUBAN_TELEGRAM_TOKEN": f"{TOKEN} {TOKEN}"}, "DUBAN_TELEGRAM_TOKEN"),
        ({"DUBAN_TELEGRAM_TOKEN_FILE": "/nowhere/token"}, "DUBAN_TELEGRAM_TOKEN_FILE"),
        ({"DUBAN_TELEGRAM_PROXY_FILE": "/"}, "DUBAN_TELEGRAM_PROXY_FILE"),
        ({"DUBAN_DATABASE_URL": "sqlite:////records.db"}, "DUBAN_DATABASE_URL"),
        *(
            ({"DUBAN_DATABASE_URL": url, "DUBAN_TELEGRAM_TOKEN": TOKEN}, "DUBAN_DATABASE_URL")
            for url in ("mysql://x/y", "postgresql://x", "postgresql://x:a/y", "postgresql://x/y?schema=a;b", "records")
        ),
        (HOOK | {"DUBAN_WEBHOOK_SECRET": ""}, "DUBAN_WEBHOOK_SECRET"),
        (HOOK | {"DUBAN_WEBHOOK_SECRET": "with a gap"}, "DUBAN_WEBHOOK_SECRET"),
        (HOOK | {"DUBAN_WEBHOOK_SECRET": "密"}, "DUBAN_WEBHOOK_SECRET"),
        (HOOK | {"DUBAN_WEBHOOK_SECRET": "x" * 257}, "DUBAN_WEBHOOK_SECRET"),
        (HOOK | {"DUBAN_WEBHOOK_URL": ""}, "DUBAN_WEBHOOK_SECRET"),
        (HOOK | {"DUBAN_WEBHOOK_URL": "http://court.example/hook"}, "DUBAN_WEBHOOK_URL"),
        (HOOK | {"DUBAN_WEBHOOK_URL": "https://clerk:word@court.example/hook"}, "DUBAN_WEBHOOK_URL"),
        (HOOK | {"DUBAN_WEBHOOK_URL": "https://court.example:port/hook"}, "DUBAN_WEBHOOK_URL"),
        (HOOK | {"DUBAN_WEBHOOK_URL": "https://court.example/hook?x=1"}, "DUBAN_WEBHOOK_URL"),
        (HOOK | {"DUBAN_WEBHOOK_URL": "nonsense"}, "DUBAN_WEBHOOK_URL"),
        (HOOK | {"DUBAN_TELEGRAM_TOKEN": ""}, "DUBAN_WEBHOOK_URL"),
    ],
)
def test_a_mistake_in_the_environment_is_one_line_that_names_the_variable(env: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Environment.read(env)
    said = str(caught.value)
    assert said.startswith(f"{named}: ")
    assert "\n" not in said
    assert TOKEN not in said


@pytest.mark.parametrize(
    "url", ["https://court.example/hook", "https://court.example:8443/a/b", "http://127.0.0.1:8082/"]
)
def test_a_webhook_has_an_address_and_a_secret_that_may_lie_in_a_file(url: str, tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text(f"{HOOK['DUBAN_WEBHOOK_SECRET']}\n", encoding="utf-8")
    env = {"DUBAN_TELEGRAM_TOKEN": TOKEN, "DUBAN_WEBHOOK_URL": url, "DUBAN_WEBHOOK_SECRET_FILE": str(path)}
    found = Environment.read(env)
    assert (found.webhook_url, found.webhook_secret) == (url, HOOK["DUBAN_WEBHOOK_SECRET"])
