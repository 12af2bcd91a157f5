"""What people write to the bot on an ordinary day: figures, dates, amounts, meetings, documents, links."""

import random
from collections.abc import Iterator

TOPICS = (
    "学习贯彻上级会议精神", "意识形态工作专题研究", "保密工作会议", "国家秘密法培训", "保密教育",
    "学习《保守国家秘密法》", "涉密文件管理自查", "研究商业秘密案件审理", "以秘密投票方式推选代表", "机密文件管理培训",
    "传达绝密、机密、秘密的区分",
    "诉前调解工作推进会", "12368热线办理情况通报", "12345工单回复", "110联动机制", "执行信访化解", "干警廉政教育",
    "第一议题学习", "审判质效分析会", "工作秘密管理办法解读", "扫黑除恶常态化", "送法进校园（第3期）",
)  # fmt: skip
DOCUMENTS = ("嘉法发", "嘉法督", "沪高法", "嘉委办", "法发", "嘉法党组", "沪高法办", "嘉创建办")
BRACKETS = ("〔{}〕", "[{}]", "（{}）", "【{}】", "({})")
LINKS = (
    "https://mp.weixin.qq.com/s/Ab{a}?id={b}", "https://www.example.gov.cn/xw/{y}{m:02}{d:02}/{b}.html",
    "https://news.example.cn/a/{b}_{a}", "https://weibo.example/{long}/1{eleven}", "https://v.example.cn/video/{long}",
)  # fmt: skip


def replies(seed: int, n: int) -> Iterator[str]:
    """`n` of them, each another one, the same for the same seed."""
    chance = random.Random(seed)
    for number in range(n):
        yield MAKERS[number % len(MAKERS)](chance)


def _round(r: random.Random) -> str:
    should, records = r.randint(2, 1500), r.randint(0, 9)
    filed = r.randint(should - 2, should)
    return r.choice(
        (
            f"应填{should}人，已填{filed}人，记录{records}条",
            f"{should} {filed} {records}",
            f"{should}、{filed}、{records}",
            f"{should}\n{filed}\n{records}",
            f"应填：{should}；实填：{filed}；记录：{records}",
            f"{should}人全部填报，零报告",
            f"{r.randint(1, 12)}月防止干预司法“三个规定”填报：应填{should}人，已填{filed}人，记录{records}条",
        )
    )


def _figures(r: random.Random) -> str:
    some, whole, more = r.randint(0, 2000), r.randint(2000, 12000), r.randint(0, 99999)
    return r.choice(
        (
            f"{some}/{whole}",
            f"{some} {whole}",
            f"受理{whole}件，审结{some}件",
            f"民初{some}件，民终{r.randint(1, 99)}件，执恢{r.randint(1, 99)}件",
            f"{2020 + r.randint(0, 6)}年民初案件{some}件",
            f"{some} {whole} {more}",
            f"{some / whole:.2%}",
            f"{some / whole * 100}",
            f"{some / whole}",
            f"诉前调解成功{some}件，成功率{some / whole * 100:.11f}%",
            f"12368来电{some}件，电话回访{whole}次，满意{more}人",
            f"接听电话 {whole} 次，联系群众{some}人",
        )
    )


def _amount(r: random.Random) -> str:
    amount = r.randint(10_000, 99_999_999_999)
    return r.choice(
        (
            f"执行到位金额{amount}元",
            f"{amount / 10000:.2f}万元",
            f"到位{amount:,}元，标的{amount * 2:,}元",
            f"为群众挽回损失{amount / 100:.2f}元",
            f"￥{amount}",
            f"1{r.randint(3, 9)}{r.randint(0, 999_999_999):09}元",
        )
    )


def _day(r: random.Random) -> str:
    y, m, d = r.randint(2022, 2027), r.randint(1, 12), r.randint(1, 28)
    h = r.randint(8, 17)
    topic = r.choice(TOPICS)
    return r.choice(
        (
            f"{m}月{d}日 {topic}",
            f"{y}年{m}月{d}日召开，议题：{topic}",
            f"{y}-{m:02}-{d:02} {topic}",
            f"{y}.{m}.{d}，{topic}，参会{r.randint(5, 90)}人",
            f"{y}{m:02}{d:02} {topic}",
            f"{y}{m:02}{d:02}{h}30{r.randint(10, 59)}",
            f"{m}/{d} {h}:00-{h + 1}:30，{topic}",
            f"0{r.choice((8, 9))}00-1130 1330-1730 值班",
            f"{topic}，第{r.randint(1, 40)}期，{m}月{d}日上午{h}点",
            f"已于{m}月{d}日{topic}，详见附件",
            topic,
        )
    )


def _document(r: random.Random) -> str:
    year, number = r.randint(2018, 2027), r.randint(1, 320)
    document = f"{r.choice(DOCUMENTS)}{r.choice(BRACKETS).format(year)}{number}号"
    return r.choice(
        (
            document,
            f"依据{document}附件3第{r.randint(1, 9)}条",
            f"关于印发《实施方案》的通知（{document}）",
            f"督办单 {document} 已签收",
            f"{document}.pdf",
            f"按{document}和{r.choice(DOCUMENTS)}〔{year}〕{number + 1}号办理",
        )
    )


def _receipt(r: random.Random) -> str:
    return r.choice(
        (
            f"回执 {r.randint(2024, 2027)}-{r.randint(1, 12):02}-{r.randint(1, 9999):04}",
            f"更正回执{r.randint(2024, 2027)}-{r.randint(1, 12):02}-{r.randint(1, 9999):04}，记录{r.randint(0, 5)}条",
            f"指标{r.randint(1, 6)}.{r.randint(1, 9)}.{r.randint(1, 9)}，{r.randint(1, 99)}件",
            f"编号 A{r.randint(1, 9)}K{r.randint(1, 9)}",
            f"微信图片_{r.randint(2024, 2027)}11{r.randint(10, 28)}{r.randint(100000, 235959)}.jpg",
            f"mmexport{r.randint(1_600_000_000_000, 1_799_999_999_999)}.jpg",
            f"IMG_{r.randint(2024, 2027)}1118_{r.randint(100000, 235959)}.jpg",
            f"统一社会信用代码 9131{r.randint(10, 99)}{r.randint(10**8, 10**9 - 1)}MA{r.randint(1, 9)}",
        )
    )


def _link(r: random.Random) -> str:
    link = r.choice(LINKS).format(
        a=r.randint(10**4, 10**9),
        b=r.randint(10**6, 10**10),
        y=r.randint(2022, 2027),
        m=r.randint(1, 12),
        d=r.randint(1, 28),
        eleven=r.randint(3 * 10**9, 10**10 - 1),
        long=r.randint(10**15, 10**19),
    )
    return r.choice(
        (link, f"{r.randint(1, 12)}月{r.randint(1, 28)}日 {r.choice(TOPICS)} {link}", f"链接：{link}，请审核")
    )


def _talk(r: random.Random) -> str:
    return r.choice(
        (
            "收到，谢谢",
            "请问什么时候报？",
            f"本季度没有，下季度{r.randint(1, 9)}月报",
            f"我们庭{r.randint(10, 60)}人，{r.randint(1, 9)}人借调",
            f"请拨打12368或021-12368，{r.randint(1, 12)}月{r.randint(1, 28)}日前回复",
            f"12345工单{r.randint(1, 99)}件、110转办{r.randint(1, 9)}件",
            f"合同号HT-{r.randint(2024, 2027)}-{r.randint(1, 999):03}，申请延期{r.randint(1, 10)}天",
            f"材料已报政治部，第{r.randint(1, 30)}批第{r.randint(1, 200)}号",
            f"执行局{r.randint(1, 30)}号楼{r.randint(101, 999)}室开会",
            f"诉讼服务中心{r.randint(1, 12)}号窗口，接待{r.randint(10, 999)}人次",
            f"不属于机密性质，{r.choice(TOPICS)}",
            f"保密期限{r.randint(1, 30)}年的国家秘密已清退",
        )
    )


MAKERS = (_round, _figures, _amount, _day, _document, _receipt, _link, _talk)
