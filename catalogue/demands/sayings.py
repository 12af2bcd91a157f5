"""A demand in a few words, as a button or a line of a sheet says it."""

from catalogue.demands.demand import Demand
from domain.notice import Op

SIGNS: dict[Op, str] = {"=": "等于", ">=": "不低于", ">": "高于", "<": "低于", "<=": "不超过"}


def said(demand: Demand) -> str:
    """诉前调解案件成功率不低于30%, 重大负面舆情为0, 终本率在全市法院排名前列."""
    match demand.tag:
        case "B":
            return f"做到：{demand.name}"
        case "Z":
            return f"不发生：{demand.name}"
        case "R":
            return (
                f"{demand.name}在{demand.unit}排名{demand.target}"
                if demand.unit
                else f"{demand.name}排名{demand.target}"
            )
        case "T":
            return f"{demand.name}{demand.unit}{demand.target}"
        case "X":
            return f"{demand.name}{SIGNS[demand.op]}{demand.target}"
    if demand.kind == "all":
        return f"{demand.name}全部完成（100%）"
    return f"{demand.name}{SIGNS[demand.op]}{demand.target}{demand.unit}"
