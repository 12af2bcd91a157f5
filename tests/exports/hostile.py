"""Strings that people may type, or that were made to do harm: ten thousand of them, the same in every run."""

import random

STARTS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "'=", '"=', "{=", "\x00=", "=\ufeff")
ATTACKS = (
    "=1+1", '=HYPERLINK("http://x.example","按此")', "=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "+1+cmd",
    "-2+3", "=IMPORTXML(CONCAT(A1),\"//a\")", "{=1+1}", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)", "&lt;b&gt;&amp;#x41;", "]]>", "<!--", "</td></table>", "END:VEVENT\r\nEND:VCALENDAR",
    "\r\nATTACH:file:///etc/passwd", "a;b,c:d\\n\\", "BEGIN:VALARM", "../../../etc/passwd", "..\\..\\boot.ini",
    "C:\\CON", "NUL", "a/b/c.pdf", "..", ".", "", " ", "_x0041_", "<r><t>=1+1</t></r>", "internal:'台账'!A1", "http://x.example",
    "mailto:a@b",
    "\ud800", "\udfff\ud800", "\ufffe\uffff", "\U0001fffe", "\x00\x01\x1b[31m", "\u202efdp.exe", "\u2028\u2029", "\x85",
    "{0}{name}%s%(x)s", "${jndi:ldap://x}", "${{7*7}}", "1e308", "NaN", "TRUE", "#REF!", "00123", "1/2", "2026-11-26",
    "字" * 60, "𠮷" * 60, "e\u0301" * 40, "👩‍👩‍👧‍👦" * 20, "字" * 40_000, "𠮷" * 20_000, "=" * 33_000, "\n" * 500,
)  # fmt: skip
WORDS = "督办填报庭一二3.5%件,;:\\/'\"<>&|()[]{}=+-@!#$\t\n\r\x00\x07\x1f\x7f\ud83d\udc00\ufeff\u200b\u202e\u2029𠮷é"


def strings(n: int = 10_000) -> list[str]:
    chance = random.Random(7)
    made = [
        chance.choice(("", *STARTS)) + "".join(chance.choices(WORDS, k=chance.randrange(24)))
        for _ in range(n - len(ATTACKS))
    ]
    return [*ATTACKS, *made]
