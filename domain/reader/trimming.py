"""The words of a name around a figure, without those that mean nothing there."""

import re

from domain.patterns import pattern_of
from domain.reader.masking import CODE, NAME, OTHER
from domain.reader.notation import UNIT

MARKS = rf"[\s,;、:=(（)）{CODE}{OTHER}【】\]\[<>#*\"'“”|_-]"
POLITE = r"[您你]们?好|大家好|领导们?好?|老师|主任|同志|好的|收到|不好意思|打扰了?|辛苦了?|谢谢|麻烦"
OURSELVES = r"我(?:们?这?边|们?[庭院局处]?)?的?|咱们?[庭院局]?的?|这边|本[庭局院]"
NOW = r"[本这当]个?(?:半年|季度|[月年])度?的?|半年来|一年来|今年|本期|截至目前|截至|截止|目前|现在|月底"
JOINING = r"占(?!比)|其中|另外?|还有|同时|然后|那个|以及|自己|钱(?=[应实已]?到)|进入|实现|纳入|和(?!解)|而|的|再"
TELLING = r"现?将|报一?下?|报送|报告|汇报|先|数据|如下|统计|经|核实|重新|更正(?:一下|如下)?|订正|[比算看查]下来"
SOUNDS = r"就是|这个|呃|嗯|啊|哎呀?|嘛|呢|哈|吧|呀|噻|哦"
CORRECTED = r"应为|应该是|应是|(?:[打写说看搞报填]错|错|不对|不不|有误)了?|不(?=[,，])|[正准]确的?(?:数字?|数据)?"
REPORTED = r"(?:昨[天日]|前[天面头]|今[天早]|早上|[上中下]午|刚[刚才]?|之前|上次|先前)[误错]?[报填写发说讲][了过]?的?"
ON_THE_LIST = r"(?:登记在册|在册|入册|现任|现有|在任|现聘|在聘|在岗)的?(?=[一-鿿]{2})(?!法官)"
BY_THEN = r"(?:(?:今年|明年)?年底前?|月底前?|明年)"
PLANS = (
    rf"目标值?[是为]?(?=[一-鿿]{{2}})|(?:计划|打算|准备|争取|力争)?{BY_THEN}?[把将](?=[一-鿿]{{2}})"
    rf"|(?:计划|打算|准备|争取|力争){BY_THEN}?"
)
EXECUTION = r"涉?执行?(?=信访)"  # 涉执信访
HEAD = pattern_of(
    rf"^(?:年底前?|年末|年内|{MARKS}|{PLANS}|{EXECUTION}|指标(?=[{CODE}:])|{POLITE}|{OURSELVES}|{NOW}|{JOINING}|{TELLING}|{SOUNDS}|{CORRECTED}|{REPORTED}|{ON_THE_LIST}"
    r"|上个?月|以来|累计|全市(?:各?法院|各?基层法院)*(?:的?平均)?的?|全[院庭局]|(?:上级|高院|考核)?的?(?:要求|规定)|(?:系统|平台)(?:里|中|上)?(?:显示|导出)的?|[立案民刑事执行审判监督行政]{2,6}[庭局]|现|已|共|计|个|[0-9]+[.、)])++"
)
VERBS = r"是|为|已?达到?|已经?|现有?|共有|还是|仍[是为]?|有|到|了|在|应|至|没|由|从|不是|并非|也是|算是|算"
SO_MUCH = r"共计?|约|占|仅|才|只|就|近|超过|余|总共|总的|合计|一共|分别|刚好|正好|恰好|数量?|数据"
CHANGED = (
    r"(?:扩[充大容编招]|发展|补充)[到至]"
    r"|改成|改为|应改为|成为|[提升涨降]到|上升|下降|提[高升]|缩短|延长|[升降]至|升|降低?|至|增长|减少|更准确说"
)
ENDING = r"(?<=[解办结])掉|(?<=[一-鿿:])总数"
MEASURED = r"目标值?|指标|要求|实际|完成|应该"
WHEN = r"上上?个?[月年]|去年|同期|[本这当]个?[月年]|比上个?[月年]|同比|环比"
TAIL = pattern_of(
    rf"(?:{MARKS}|{MEASURED}|{VERBS}|{SO_MUCH}|{CHANGED}|{WHEN}|{SOUNDS}|{ENDING}|现在|目前|如今|[的那块])++$"
)
LEVEL = pattern_of("持平(?:[或及](?:上升|以上|提升|增长)|以上)|(?:没有?|未)(?:下降|[掉降])(?![至到低])")
ARRIVED = pattern_of(r"(?<=[钱应实])到了?\s*$")
PART = pattern_of("(?:这一?块|方面|这部分)(?=:|$)")
IN_UNIT = pattern_of(rf"[(（](?:单位:?)?(?:%|{UNIT})[)）]")


def short(around: str) -> str:
    around = ARRIVED.sub("到位", LEVEL.sub("不低于", around))
    around = PART.sub("", IN_UNIT.sub("", around.strip()))
    return re.sub(rf"[{CODE}{NAME}{OTHER}\s]", "", HEAD.sub("", TAIL.sub("", around)))
