"""The settings that stories are told under: as shipped, and with less of what a story is not about."""

from bot.settings import HOME, Settings, load

SHIPPED: Settings = load(HOME / "config.toml")
FEW = ("filing", "filing-summary", "meeting")


def unreviewed(settings: Settings) -> Settings:
    """Without 审签, 审核, 督办单 and 责任部门: what a story is not about is not on its cards."""
    confirmation = settings.confirmation.model_copy(update={"kinds": ()})
    cadences = {name: s.model_copy(update={"review": ""}) for name, s in settings.cadences.items()}
    orders = settings.orders.model_copy(update={"rules": ()})
    joint = settings.joint.model_copy(update={"kinds": ()})
    changed = {"confirmation": confirmation, "cadences": cadences, "orders": orders, "joint": joint}
    return settings.model_copy(update=changed)


SETTINGS: Settings = unreviewed(SHIPPED)


def with_few_duties(settings: Settings) -> Settings:
    """The monthly round and the meetings alone: what a story is not about does not stand on its cards."""
    sections = settings.cadences.items()
    few = {name: s if name in FEW else s.model_copy(update={"form": None}) for name, s in sections}
    return settings.model_copy(update={"cadences": few})


ROUND: Settings = with_few_duties(SETTINGS)
