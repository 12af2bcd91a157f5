"""What is told of other houses before what is told of the own one: 外区法院被通报了3起，我院没有. It is no answer."""

from collections.abc import Callable

from domain.patterns import pattern_of

CLAUSE = pattern_of(r"([,，;；。\n]+)")
ELSEWHERE = pattern_of(
    r"^(?:虽然?|听说|倒是|只有|不像|跟|和)?(?:外[区院省市地]|别的|别家|别处|其他|其它|隔壁|兄弟|邻区|全[市国省区](?!.{0,3}[家个])|市里|区里|上海|(?![我本咱])[一-鿿]{2}区?(?:人民)?法院)"
)
OURS = pattern_of(
    r"^(?:但是?|而|不过|可|只是|至于)*(?:我们?|本|咱们?)(?:[院庭局部处室组队]|区|支部|部门|单位|平台|这(?:[边里]|儿)?|自己|(?<=们)(?=[没无零未0-9是有还暂尚]|[一1][件起个例次](?:都|也)?[没无]|的(?:就?是|[0-9第])|就有?[0-9一二两三《]|[零〇])|(?<=们)(?!都知道|听|觉|也?不清))"
)
DISTRICTS = "浦东新?|黄浦|徐汇|长宁|静安|普陀|虹口|杨浦|闵行|宝山|金山|松江|青浦|奉贤|崇明"
DISTRICT = pattern_of(f"(?:{DISTRICTS})")
RANKED = pattern_of("第|[0-9一二两三四五六七八九十]+[名位]|[排列居]|末|首|榜")
HEARD = pattern_of(r"^(?:虽然?|听说|据说|倒是|只有|不像)")
# 网上那个帖子说的是隔壁派出所，跟我们不搭界。我们自己没有
STRANGE = pattern_of(
    r"^[^0-9起件]*?(?:20[0-9]{2}年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号])?)?[^0-9]*?(?:[跟和与]我们?[院庭局]?(?:不(?:搭界|搭嘎|相干|沾边)|无关|没有?(?:啥|什么)?关系))[的了]*[,，;；。]+"
    r"(?:我们?|本(?=[院庭局]))(?P<own>[院庭局])?(?:自己|自身|这边)?(?=[^,，;；。0-9]{0,6}(?:没有?|无|零|未)[^,，;；。0-9]{0,12}[。!！]*$)"
)
NO_MATTER = pattern_of("[跟和与]我们?[院庭局]?[不无没]")  # of STRANGE


def without_strange(text: str) -> str:
    """What has nothing to do with the own house, before the word that there was nothing here."""
    return STRANGE.sub("我们", text) if NO_MATTER.search(text) else text


def without_theirs(text: str, is_theirs: Callable[[str], bool] = lambda _: False) -> str:
    """`is_theirs` tells of a clause that it begins with the name of another department."""
    parts = CLAUSE.split(text)
    clauses = [part.strip() for part in parts[::2]]
    own = next((n for n, clause in enumerate(clauses) if OURS.match(clause)), 0)
    if not own or not all(ELSEWHERE.match(clause) or is_theirs(HEARD.sub("", clause)) for clause in clauses[:own]):
        return text
    return "".join(parts[2 * own :])


def without_other_courts(text: str) -> str:
    """松江排第4，我们排第5: what stands in the clauses of other districts, where they are named in no other one."""
    parts = CLAUSE.split(text)
    kept = [clause for clause in parts[::2] if not DISTRICT.match(clause.strip())]
    is_told = any(RANKED.search(clause) for clause in kept) and not any(DISTRICT.search(clause) for clause in kept)
    return ",".join(kept) if is_told and len(kept) < len(parts[::2]) else text
