"""In what things are counted and measured: one list for notices and for the answers to them."""

import re
from collections.abc import Iterable

EVENTS = "场次 批次 轮次 次 件 起 篇 项 场 期 部 个 例 宗 份 条 轮 批 节 笔"
PEOPLE = "人次 人年 人月 人天 人 名 位"
HOLDERS = "户 家 所 座 处 台 套 头 只 辆 栋 幢 对 支 册 张 家次 册次 台套 台件"
THINGS = "门 门次 堂 具 页 卷 片 棵 株 盏 本 幅 首 剂次 剂 顶 例次 课次 种 块 艘 口 间 版 期次 项次 枚"
CARRIED = "床 车 班 户次 车次 班次 辆次 台次 架次 件次"
TIMES = "个工作日 工作日 个自然日 自然日 个月 小时 分钟 天 日 秒 周 个星期 年"
HOURS = "学时 课时 学分 个半天 半天"
MEASURES = (
    "平方公里 平方千米 平方米 平米 立方米 公里 千米 公顷 公斤 千克 毫克 微克 千瓦时 千伏安 兆瓦 千瓦 "
    "吨标准煤 吨 亩 米 度 分贝 升 兆 倍 标箱 ㎡ ㎥ ℃ 厘米 毫米 车公里 级 星 类 km kg mg/L m方 m t h DDDs TEU"
)
# as everybody says and writes them
SPOKEN = {
    "立方": "立方米",
    "方": "立方米",
    "平方": "平方米",
    "平": "平方米",
    "平米": "平方米",
    "㎡": "平方米",
    "m2": "平方米",
    "千米": "公里",
    "h": "小时",
    "个百分点": "百分点",
    "个点": "百分点",
    "个工作日": "工作日",
    "遍": "次",
    "回": "次",
    "趟": "次",
}
MONEY = ("元", "美元", "港元", "欧元")
POINTS = ("分",)

WHOLE = frozenset((*" ".join((EVENTS, PEOPLE, HOLDERS, THINGS, CARRIED)).split(), "通"))  # nobody has half of one
ALIKE = ("人", "名", "位")
PERSONS = frozenset(PEOPLE.split())
ALL = sorted(
    (*" ".join((EVENTS, PEOPLE, HOLDERS, THINGS, CARRIED, TIMES, HOURS, MEASURES)).split(), *MONEY, *POINTS),
    key=len,
    reverse=True,
)
# 个 counts without a unit of its own, 日 of 日常 and 分 of 分别 count nothing
NOT_BEFORE = {
    "户": "次籍均",
    "分": "别析类管工级配",
    "日": "常均益",
    "度": "过假",
    "家": "庭长属园",
    "人": "均民大力才员口数",
    "批": "示准复",
    "份": "额",
    "位": "列居于次",
    "项": "目",
    "件": "均",
    "部": "门委",
    "年": "度底末初",
    "次": "均日月年",
    "台": "账",
    "期": "间限",
    "处": "理置",
    "头": "部",
    "条": "例",
    "例": "行会外",
    "对": "照接象",
    "支": "持出",
    "节": "约点能日",
    "笔": "试记录者迹译",
    "h": "a-zA-Z",
    "t": "a-zA-Z",
    "m": "a-zA-Z",
    "周": "年边期岁转",
    "车": "辆位",
    "床": "位",
    "班": "子组级主长车前后",
    "场": "所地",
    "起": "来",
    "门": "诊户类槛店前卫禁急",
    "堂": "食课屋",
    "具": "有体",
    "片": "区段",
    "卷": "烟宗面",
    "本": "科地级市县单年月人行院校次身区辖省镇乡村科",
    "首": "次位批页创都诊",
    "种": "植养子业类粮苗",
    "块": "链",
    "口": "径岸",
    "间": "隔断",
    "版": "权面",
    "剂": "量",
}


def any_of(units: Iterable[str]) -> str:
    return "|".join(re.escape(unit) + (f"(?![{NOT_BEFORE[unit]}])" if unit in NOT_BEFORE else "") for unit in units)


ONE = any_of(ALL)
