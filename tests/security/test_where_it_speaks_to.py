"""Addresses: the token goes to Telegram, or to a server on this machine, and nowhere else."""

import pytest
from aiohttp import web
from hypothesis import given, settings
from hypothesis import strategies as st
from yarl import URL

from bot import addresses
from bot.settings import Environment, SettingsError
from bot.wire import Wire

GOOD = (
    "https://api.telegram.org", "https://api.telegram.org/", "https://bots.court.example:8443/telegram",
    "https://10.1.2.3:8443", "http://127.0.0.1:8081", "http://[::1]:8081", "http://localhost:8081/",
)  # fmt: skip
ODD = (
    "http://api.telegram.org", "http://10.1.2.3", "http://127.1:8081", "http://127.0.0.1.nip.example",
    "http://2130706433", "http://0x7f000001", "http://0177.0.0.1", "https://127.1", "https://2130706433",
    "https://0x7f.1", "https://169.254.169.254", "http://169.254.169.254/latest", "https://[fe80::1]",
    "https://[::ffff:169.254.169.254]", "http://[::ffff:127.0.0.1]", "https://0.0.0.0", "https://[::]",
    "https://224.0.0.1", "https://clerk:secret@api.telegram.org", "https://api.telegram.org@evil.example",
    "https://api.telegram.org\\@evil.example", "https://api.telegram.org#@evil.example",
    "https://api.telegram.org?x=1", "https://api.telegram.org/a/../b", "https://api.telegram.org//b",
    "https://api.telegram.org/%2e%2e", "https://api.tele gram.org", "https://api.telegram.org\r\nHost: evil",
    "https://аpi.telegram.org", "https://１２７.0.0.1", "https://api。telegram.org", "https://", "https:///bot",
    "https://:443", "https://api.telegram.org:0", "https://api.telegram.org:99999", "https://api.telegram.org:",
    "ftp://api.telegram.org", "file:///etc/passwd", "gopher://127.0.0.1", "unix:/run/x", "//api.telegram.org",
    "api.telegram.org", "nonsense", "https://[::1", "https://-a.example", "https://a..b",
)  # fmt: skip


@pytest.mark.parametrize("address", GOOD)
def test_a_good_address_is_taken(address: str) -> None:
    assert Environment.read({"DUBAN_TELEGRAM_API_URL": address}).api_url == address.rstrip("/")


@pytest.mark.parametrize("address", ODD)
def test_an_odd_address_is_refused_in_one_line_that_does_not_repeat_it(address: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Environment.read({"DUBAN_TELEGRAM_API_URL": address})
    said = str(caught.value)
    assert said.startswith("DUBAN_TELEGRAM_API_URL: ")
    assert "\n" not in said
    assert "secret" not in said
    assert "evil" not in said


@pytest.mark.parametrize(
    "address", ["http://proxy:3128", "http://clerk:secret@proxy.court.example:3128/", "https://10.1.2.3:8"]
)
def test_a_good_proxy_is_taken(address: str) -> None:
    assert Environment.read({"DUBAN_TELEGRAM_PROXY": address}).proxy == address


@pytest.mark.parametrize(
    "address",
    ["socks5://proxy:1", "proxy:3128", "http://proxy/path", "http://proxy?x", "http://169.254.169.254:80", "http://127.1:80",
     "http://0:80", "http://0x7f.1:80", "http://pro xy:80", "http://clerk:secret@", "http://[fe80::1]:80", "http://proxy:0"],
)  # fmt: skip
def test_an_odd_proxy_is_refused_and_its_password_is_not_repeated(address: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Environment.read({"DUBAN_TELEGRAM_PROXY": address})
    assert str(caught.value).startswith("DUBAN_TELEGRAM_PROXY: ")
    assert "secret" not in str(caught.value)


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=40))
@settings(deadline=None, derandomize=True, database=None, max_examples=300)
def test_whatever_is_taken_goes_where_it_says(tail: str) -> None:
    """The library that sends reads the same host in it."""
    for text in (f"https://{tail}", f"http://{tail}", f"https://api.telegram.org{tail}"):
        try:
            taken = addresses.telegram(text)
        except ValueError:
            continue
        url = URL(f"{taken}/bot1:x/getMe")
        assert url.user is None
        assert url.scheme == "https" or url.host in ("localhost", "::1") or str(url.host).startswith("127.")
        assert url.path.endswith("/bot1:x/getMe")
        assert not url.query_string


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed(status: int) -> None:
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(status=status, headers={"Location": "/elsewhere"})

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    wire = Wire()
    await wire.initialize()
    port = runner.addresses[0][1]
    code, _ = await wire.do_request(f"http://127.0.0.1:{port}/bot1:x/getMe", "POST")
    await wire.shutdown()
    await runner.cleanup()
    assert (code, asked) == (status, ["/bot1:x/getMe"])


async def test_the_environment_of_the_machine_names_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    wire = Wire()
    await wire.initialize()
    assert wire._session is not None
    assert wire._session.trust_env is False
    await wire.shutdown()
