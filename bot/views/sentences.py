"""Single sentences by their code: answers to a press, refusals, small news."""

from collections.abc import Callable
from typing import Any

from bot.translator import Translator
from bot.views import dropped, names
from bot.views.message import Message
from domain.facts.sentence import Sentence

Data = Any
SENTENCES: dict[str, Callable[[Translator, Data], str]] = {
    # doors
    "waiting": lambda t, d: t("You are registered and wait for confirmation. You will hear from here."),
    "not-your-button": lambda t, d: t("This button is not yours or is too old. Please use the newest message."),
    "export-not-yours": lambda t, d: t("This document is for the office."),
    "invite-used": lambda t, d: t("This invitation has been used or has run out."),
    "only-director": lambda t, d: t("Only the director of the office can do this."),
    "only-office": lambda t, d: t("Only the office can do this."),
    "only-overseers": lambda t, d: t("The overview is for leaders and the office. Your own tasks: /tasks"),
    "private-only": lambda t, d: t("Please do this in the private chat with me."),
    # presses
    "card-changed": lambda t, d: t("This card had changed; it is up to date now."),
    "no-curve": lambda t, d: t("There is nothing here that a curve could show."),
    "shown-in-private": lambda t, d: t("Shown in your private chat with me."),
    "overtaken": lambda t, d: t("Things have changed meanwhile; nothing was done."),
    "claim-settled": lambda t, d: t("This has been settled already."),
    "confirmed": lambda t, d: t("Confirmed."),
    "refused": lambda t, d: t("Refused."),
    "consent-asked": lambda t, d: t("Asked for; another of the office has to agree, and has it on the card."),
    "consent-waits": lambda t, d: t("This waits for another of the office already."),
    "consent-alone": lambda t, d: t(
        "Nobody else of the office is here who could agree. It is done on the server: python -m bot consent"
    ),
    "consent-own": lambda t, d: t("You asked for it yourself; another of the office has to agree."),
    "consent-given": lambda t, d: t("Agreed and done."),
    "bound": lambda t, d: t("Bound. The weekly report goes to this chat."),
    "given": lambda t, d: t.many("Assigned; {n} department notified.", "Assigned; {n} departments notified.", d["n"]),
    "given-already": lambda t, d: t("The indicators have been assigned already."),
    "no-notice": lambda t, d: names.unpublished(t),
    "signed": lambda t, d: t.many("Signed for {n} item.", "Signed for {n} items.", d["n"]),
    "order-received": lambda t, d: t("Signed for."),
    "order-closing-asked": lambda t, d: t("Its closing has been asked for."),
    "objection-sent": lambda t, d: t("Passed on to the office. You can write down the reason here; it is kept."),
    "nothing-to-cancel": lambda t, d: t(
        "There is nothing of today to take back. For something older, reply to its receipt with /cancel"
    ),
    "cancelled": lambda t, d: t("Cancelled. What was filed stays as it is."),
    "cancelled-unfiled": lambda t, d: t("Cancelled. Nothing of this has been filed."),
    "draft-dropped": lambda t, d: dropped.draft(t, d),
    "withdrawn-already": lambda t, d: t("This has been withdrawn already."),
    "accepted-stays": lambda t, d: t(
        "This version was accepted and stays on record. Please file a correction instead."
    ),
    "newer-version": lambda t, d: t("A newer version has been filed since; nothing was withdrawn."),
    "filed-by-another": lambda t, d: t(
        "Somebody else filed this and takes it back; to correct it, reply to it with the right figures."
    ),
    "no-receipt": lambda t, d: t("There is no receipt {number} for you to look at.", number=d["wanted"]),
    "no-proof": lambda t, d: t("This file is not for you to look at, or is not there any more."),
    "proof-on-its-way": lambda t, d: t("The file is being fetched; please try again in a moment."),
    "proof-sent": lambda t, d: t("The file comes below."),
    "no-matter": lambda t, d: t("This matter is not there any more."),
    "entries-missing": lambda t, d: t("Entries are still missing."),
    "nothing-to-add": lambda t, d: t("There is nothing to add up."),
    "too-late-to-ask": lambda t, d: t("The limit is too near to ask other departments now."),
    "closing-sent": lambda t, d: t("Asked for; whoever reviews it verifies it."),
    "closing-asked": lambda t, d: t("This has been asked for already."),
    "closed-already": lambda t, d: t("This is closed already."),
    "never-closed": lambda t, d: t("This is not closed by itself."),
    "not-accepted": lambda t, d: t("It can be closed once it has been accepted."),
    "period-not-over": lambda t, d: t("The period is not over yet; it can be settled after it."),
    "proof-missing": lambda t, d: t(
        "First a file or an address has to be on record: please send it as a reply to the receipt, then ask again."
    ),
    "request-dropped": lambda t, d: dropped.request(t, d),
    "urged": lambda t, d: t("Urged; it stands on the card of the day, and you will hear when the answer comes."),
    "urged-today": lambda t, d: t("You have urged this today already."),
    "urge-not-yours": lambda t, d: t("The director urges, and the lead those who are responsible with it."),
    "urge-done": lambda t, d: t("It is done; nothing is to be urged."),
    "urge-quiet": lambda t, d: t("This is asked for once and has no limit; nobody is urged for it."),
    "urge-office": lambda t, d: t("It is with {office} itself; there is nobody to urge."),
    "urge-nobody": lambda t, d: t("Nobody who could be urged can be reached."),
    "urge-yours": lambda t, d: t("It waits for you yourself."),
    "remark-given": lambda t, d: t("Given out."),
    "remark-whose": lambda t, d: t("Please choose the department first."),
    "remark-when": lambda t, d: t("Please choose the limit first."),
    "remark-past": lambda t, d: t("The limit is past. Please choose another one."),
    "remark-given-already": lambda t, d: t(
        "This remark has been decided already. Please write another one below the report."
    ),
    "not-withdrawn": lambda t, d: t("Nothing was withdrawn."),
    "digest-issued": lambda t, d: t("Issued."),
    "digest-issued-later": lambda t, d: t("Issued; it goes out when the office opens next."),
    "digest-held": lambda t, d: t("Held; it is issued when you press."),
    "digest-is-held": lambda t, d: t("It is held already."),
    "digest-is-issued": lambda t, d: t("It has been issued; nothing of it is changed any more."),
    "digest-none": lambda t, d: t("There is no such draft; one is made at the week's cut-off."),
    "digest-overtaken": lambda t, d: t("It was not issued; its number has gone on to the next weekly report."),
    "digest-row-gone": lambda t, d: t("This row is not listed any more."),
    "digest-relisted": lambda t, d: t("Listed again."),
    "digest-bare": lambda t, d: t("The note is taken out."),
    "digest-which": lambda t, d: t("Please write the number of a weekly report, for example: /digest 12"),
    "no-such-digest": lambda t, d: t("There is no weekly report no. {number}. The newest: /digest", number=d["number"]),
    "sent-again": lambda t, d: t("It is being sent again."),
    "left-alone": lambda t, d: t("Left as it is."),
    "not-again": lambda t, d: t("It is not sent again."),
    "year-not-over": lambda t, d: t("The year is not over yet; more may come."),
    "in-charge": lambda t, d: t("Set; it holds from today on."),
    "nobody-missing": lambda t, d: t("No contact, deputy or head is missing."),
    "doubts-open": lambda t, d: t("Some doubts are not settled yet. Please confirm them first."),
    "not-coherent": lambda t, d: t("The notice does not hold together like this. Please correct it in the sheet."),
    "published": lambda t, d: t("Published. Whoever is affected is told."),
    "file-made": lambda t, d: t("The file is being made and will come here."),
    "sheet-made": lambda t, d: t("The page is being made and will come here."),
    "group-empty": lambda t, d: t("No department belongs to this group yet. Please add its departments first."),
    "group-no-convenor": lambda t, d: t("This group leads indicators. Please choose its convenor first."),
    "convenor-first": lambda t, d: t("This department convenes the group. Please choose another convenor first."),
    "convenor-no-member": lambda t, d: t("Only a department of the group can convene it."),
    "settled": lambda t, d: t("Settled."),
    "settled-alike": lambda t, d: t.many("{n} doubt settled as suggested.", "{n} doubts settled as suggested.", d["n"]),
    "import-how": lambda t, d: t(
        "Please send the notice as a file (Word, Excel, web page, Markdown or text). "
        "It is read, you confirm what is in doubt, and nothing is assigned before you publish it."
    ),
    "opened-again": lambda t, d: t("It is asked again; until then everything stays as it is."),
    "asked-for-you": lambda t, d: t.many("Passed on: {n} question.", "Passed on: {n} questions.", d["n"]),
    "yours-again": lambda t, d: t("You answer them yourself again."),
    "no-helper": lambda t, d: t("Nobody of the office can be asked now."),
    "pace-before-opens": lambda t, d: t("It cannot fall due before it is asked."),
    "pace-too-many": lambda t, d: t("A period does not have that many working days."),
    "pace-printed": lambda t, d: t("How often it is asked is printed in the notice; only the limit can be changed."),
    "paced": lambda t, d: t.many("Changed; {n} task has a new limit.", "Changed; {n} tasks have a new limit.", d["n"]),
    # registers
    "no-register": lambda t, d: t("This register is not open to you."),
    "entered": lambda t, d: t("Entered."),
    "entry-dropped": lambda t, d: t("Nothing was changed."),
    "entry-known": lambda t, d: t("An entry of this day and title is in the register already."),
    "counts-already": lambda t, d: t("It cannot count toward that, or does already."),
    "reason-long": lambda t, d: t("Please put it in at most 300 signs."),
    "counts-only-here": lambda t, d: t(
        "Nothing of this message was kept: this register holds dates and counts alone. "
        "Please delete the message; what happened belongs on the court's own network."
    ),
    "extension-never": lambda t, d: t("This is not extended; please file by the limit."),
    "extension-filed": lambda t, d: t("It has been filed; no extension is needed."),
    "extension-not-now": lambda t, d: t("As it stands now it is not extended."),
    "extension-overdue": lambda t, d: t("The limit has passed: it is extended no more. Please make it up soon."),
    "extension-late": lambda t, d: t("It is too late to ask for an extension; please file by the limit."),
    "extension-pending": lambda t, d: t("An extension of this has been asked for already; the answer will come here."),
    "extension-used-up": lambda t, d: t("This has been decided twice already; it is extended no more."),
    "passing-each": lambda t, d: t("Every department files this for itself; it is not passed on."),
    "passing-never": lambda t, d: t("This is not passed on. If it is not yours, please turn to {office}."),
    "passing-filed": lambda t, d: t("It has been filed; it is not passed on any more."),
    "passing-not-now": lambda t, d: t("As it stands now it is not passed on."),
    "passing-pending": lambda t, d: t("This is being passed on already; one department is asked at a time."),
    # news
    "doubts-done": lambda t, d: t(
        "{title} has settled all readings that you passed on.", title=names.told(t, str(d["title"]))
    ),
    "doubts-taken-back": lambda t, d: t("The director settles the remaining readings. You need do nothing more."),
    "handed-over": lambda t, d: t("What stood here has passed to another department."),
    "language": lambda t, d: t("From now on in English."),
    "no-backup": lambda t, d: t(
        "There is no backup yet. Please have a public key written into config.toml under [backup]; "
        "from then on one is made every night."
    ),
    "backup-failed": lambda t, d: t(
        "Last night's backup was not made; the earlier ones are still there. "
        "Please have it looked at: python -m bot doctor."
    ),
    "backup-faulty": lambda t, d: t.many(
        "The backup was made without {n} file that is missing or damaged. Please have it looked at.",
        "The backup was made without {n} files that are missing or damaged. Please have it looked at.",
        d["n"],
    ),
    "journal-failing": lambda t, d: t(
        "The journal cannot be written. Work goes on, but after a restore what came meanwhile could be missing. "
        "Please have the disk looked at."
    ),
    "room-lost": lambda t, d: t(
        "I was taken out of the leading group's chat. Until it is bound again the weekly report comes to you."
    ),
    "file-not-kept": lambda t, d: t('The file "{name}" could not be fetched. Please send it again.', name=d["name"]),
    "file-too-large": lambda t, d: t(
        "The file is larger than {megabytes} MB and was not kept. Please send a smaller one, or photos of the pages.",
        megabytes=d["megabytes"],
    ),
    "recording-too-large": lambda t, d: names.too_large(t),
    "file-kind": lambda t, d: t(
        "Files of this kind are not kept. Please send one of: {kinds}.", kinds=t.items(d["kinds"])
    ),
    "no-file-wanted": lambda t, d: t(
        "There is nothing open that this file would prove. Reply with it to the task's message."
    ),
    "post-held-already": lambda t, d: t("You hold this post already: {title}. Nothing changes.", title=d["title"]),
    "post-left": lambda t, d: t("You no longer answer here as {title}. Thank you.", title=d["title"]),
    "only-overseers-digest": lambda t, d: t("The weekly report is for leaders and the office. Your own tasks: /tasks"),
    "no-command": lambda t, d: t("There is no such command. What there is: /help"),
    "locked": lambda t, d: t("This period is locked. Please turn to the office, which has been told."),
    "forwarded": lambda t, d: t("A forwarded message does not count as an answer. Please write it yourself."),
    "edited": lambda t, d: t(
        "You changed a message after it was answered. What is on record stays until you file the change."
    ),
    "counts-only": lambda t, d: counts_only(t),
    "went-wrong": lambda t, d: t(
        "That did not work just now; what you sent is kept (reference {reference}). "
        "Please try again later, or tell the office the reference.",
        reference=d["reference"],
    ),
    "no-indicator": lambda t, d: t("There is no indicator {code}. Please write it like 4.7.1.", code=d["wanted"]),
    "which-indicator": lambda t, d: t("Which indicator? Please write for example: /why 2.1.1"),
    "no-digest": lambda t, d: t("No weekly report has been issued yet."),
}


def counts_only(t: Translator) -> str:
    return t(
        "Not kept of this message: who, and which case.\nPlease delete the original message at once.\n"
        "What happened belongs on the reporting platform; here only numbers of people and records are needed."
    )


def sentence(facts: Sentence, t: Translator) -> Message:
    return Message(SENTENCES[facts.code](t, facts.data))
