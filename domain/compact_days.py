"""A day in four figures at the head of a report or of a clause: 0918 反诈进校园, 翻了签到表，是0528."""

from domain.patterns import pattern_of

# no number of pieces, of a room or of a document; the tenth month and later may be other numbers as well
UNIT = r"\s*(?:[件人个名条号期版分页字元万亿场次篇份例宗户级届楼房室年度册封张套台部%‰.．0-9-]|会议|报告厅|办公|热线)"
FOUR = pattern_of(
    rf"(?:^\s*|(?<=[,，。;；:：\s])|(?<=[是在于为])|(?<=[日时][期间]))(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?!{UNIT})"
    r"(?![,，、\s]*[0-9]{4})(?=[\s,，、:：。]|$|[开召举办搞的那](?!公|事)|(?<=0[0-9]{3})[一-鿿《“])"
)
NO_DAY = pattern_of("分机|电话|手机|尾号|[编文案工]号|密码|号码")


def spelt_out(text: str) -> str:
    if NO_DAY.search(text):
        return text
    return FOUR.sub(lambda match: f"{int(match['m'])}月{int(match['d'])}日", text)
