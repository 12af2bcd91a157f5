"""/people: the posts of every department, where somebody is missing, and who is in charge."""

from bot.translator import Translator
from bot.views import names, pages
from bot.views.message import Button, File, Message, lines, rows
from domain.facts import people, staffing
from domain.paper import Invitations


def roster(facts: staffing.Roster, t: Translator) -> Message:
    words = states(t)
    entries = [f"{row.unit}　{words[row.contact]}" for row in facts.units if row.contact]
    units = [Button(row.unit, "posts", row.unit_id) for row in facts.units]
    claims = (Button(t("People to confirm: {n}", n=facts.claims), "claims"),) if facts.claims else ()
    give = (Button(t("Assign the indicators"), "giving"),) if not facts.given else ()
    more = (Button(t("Leaders in charge"), "charges"), Button(t("Groups"), "groups"))
    head = t("Contacts, page {page} of {pages}", page=facts.leaf.page, pages=facts.leaf.pages)
    body = lines(_summary(facts.summary, t), head, *entries, t("Press a department to invite its people."))
    buttons = (
        claims,
        *rows(*units, width=2),
        *pages.turn(facts.leaf, lambda label, page: Button(label, "people", page)),
        *rows(*_gaps(facts.summary, t), width=2),
        more,
        (Button(t("Invitations (to print)"), "invitations"),),
        give,
    )
    return Message(body, tuple(row for row in buttons if row))


def _summary(facts: staffing.Summary, t: Translator) -> str:
    unsigned = t("not signed {n}", n=facts.unsigned) if facts.unsigned else None
    if facts.longest:
        late = names.overdue(t, facts.longest)
        unsigned = t("not signed {n} (one of them {overdue})", n=facts.unsigned, overdue=late)
    return names.joined(
        t,
        t("posts held {held} of {posts}", held=facts.held, posts=facts.posts),
        t("without a contact {n}", n=facts.contacts) if facts.contacts else None,
        t("out of reach {n}", n=facts.unreachable) if facts.unreachable else None,
        unsigned,
        t("without a leader in charge {n}", n=facts.uncharged) if facts.uncharged else None,
    )


def _gaps(facts: staffing.Summary, t: Translator) -> list[Button]:
    found = [
        (facts.contacts, Button(t("No contact {n}", n=facts.contacts), "gap", "contact")),
        (facts.unreachable, Button(t("Out of reach {n}", n=facts.unreachable), "gap", "unreachable")),
        (facts.unsigned, Button(t("Not signed {n}", n=facts.unsigned), "gap", "unsigned")),
        (facts.uncharged, Button(t("No leader {n}", n=facts.uncharged), "gap", "charge")),
    ]
    return [button for n, button in found if n]


def gap(facts: staffing.Gap, t: Translator) -> Message:
    head = {
        "contact": t("Departments without a contact"),
        "unreachable": t("Departments with people out of reach"),
        "unsigned": t("Departments that have not signed for everything"),
        "charge": t("Departments without a leader in charge"),
    }[facts.what]
    entries = [names.joined(t, row.unit, _missing(facts.what, row, t)) for row in facts.units]
    buttons = rows(*(Button(row.unit, "posts", row.unit_id) for row in facts.units), width=3)
    body = lines(head, *entries) if facts.units else t("Nobody is missing any more.")
    return Message(body, (*buttons, (Button(t("Back"), "people", 1),)))


def _missing(what: str, row: staffing.GapLine, t: Translator) -> str | None:
    match what:
        case "contact":
            return t("invited") if row.invited else t("vacant")
        case "unreachable":
            return t.items(list(row.titles))
        case "unsigned":
            left = t("nobody is there to sign") if row.left is None else names.left(t, row.left)
            return names.joined(t, t.many("{n} indicator", "{n} indicators", row.unsigned), left)
    return None


def unit_posts(facts: people.UnitPosts, t: Translator) -> Message:
    words = states(t)
    entries = [f"{post.title}　{words[post.state]}" for post in facts.posts]
    buttons = [Button(t("Invite {title}", title=post.title), "invite", post.post_id) for post in facts.posts]
    buttons += [
        Button(t("Away: {title}", title=post.title), "absent", post.post_id) for post in facts.posts if post.may_be_away
    ]
    leader = t("Leader in charge: {leader}", leader=facts.charge or t("not set"))
    if facts.chargeable:
        entries.append(leader)
        buttons.append(Button(leader, "charge", facts.unit_id))
    return Message(lines(facts.unit, *entries), (*rows(*buttons, width=1), (Button(t("Back"), "people", 1),)))


def states(t: Translator) -> dict[str, str]:
    return {
        "held": t("present"),
        "invited": t("invited"),
        "vacant": t("vacant"),
        "unreachable": t("unreachable"),
    }


def charges(facts: staffing.Charges, t: Translator) -> Message:
    entries = [f"{unit}　{leader or t('not set')}" for _, unit, leader in facts.units]
    buttons = [Button(unit, "charge", unit_id) for unit_id, unit, _ in facts.units]
    open_ones = any(leader is None for _, _, leader in facts.units)
    return Message(
        lines(
            t("Leaders in charge. Press a department to set its leader."),
            *entries,
            t("Until one is set, orders and reports go to the director.") if open_ones else None,
        ),
        (*rows(*buttons, width=3), (Button(t("Back"), "people", 1),)),
    )


def charge(facts: staffing.Choice, t: Translator) -> Message:
    now = t("Now: {now}. A change holds from today on.", now=facts.named) if facts.named else None
    buttons = [
        Button(title, "in-charge", f"{facts.unit_id}-{post_id}")
        for post_id, title in facts.among
        if post_id != facts.now
    ]
    return Message(
        lines(t("Which leader is in charge of {unit}?", unit=facts.unit), now),
        (*rows(*buttons, width=2), (Button(t("Back"), "charges"),)),
    )


def invitations(facts: staffing.Invitations, t: Translator) -> Message:
    """The codes are on the page alone."""
    until = t.moment(facts.expires)
    left_out = t("There was no room for {n} more.", n=facts.left_out) if facts.left_out else None
    page = Invitations(
        title=t("Invitations to take a post"),
        notes=(
            t("Open Telegram, look for @{bot} and send the code under your post; gaps do not matter.", bot=facts.bot),
            t("Each code works once, until {moment}. Please cut along the lines and hand it over.", moment=until),
        ),
        codes=facts.posts,
        footer=t("Made {moment}. Earlier invitations to the same posts do not count.", moment=t.moment(facts.made)),
    )
    return Message(
        lines(
            t.many("[Invitations] {n} vacant post", "[Invitations] {n} vacant posts", len(facts.posts)),
            t("The codes work once each, until {moment}; whoever uses one waits for your word.", moment=until),
            t("Earlier invitations to these posts do not count any more."),
            left_out,
        ),
        file=File(t("invitations") + ".pdf", "invitations", page),
    )
