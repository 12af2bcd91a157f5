import { element, icon } from "./dom.js";
import { documents, photos } from "./media.js";
import { link, rich } from "./rich.js";
import { clock, say } from "./words.js";

const HUES = 7;

// Who is told to have written it: a person, the bot, a group in its own name, or a channel.
export const author = (message) => message.sender_chat?.title ?? message.from?.first_name ?? "";

// Who has, where the page knows it.
export const writer = (message) => message._by ?? message.from?.id;

const origin = (from) => from.sender_user?.first_name ?? from.sender_user_name ?? (from.sender_chat ?? from.chat).title;

export function service(message) {
  const who = author(message), names = (message.new_chat_members ?? []).map((one) => one.first_name).join("、");
  if (names) return say("joined", { who: names });
  if (message.left_chat_member) return say("left", { who: message.left_chat_member.first_name });
  if (message.group_chat_created) return say("created", { who });
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return say("upgraded");
  return message.pinned_message ? say("pinned", { who }) : "";
}

export function summary(message) {
  if (message.text || message.caption) return (message.text ?? message.caption).split("\n")[0];
  return message.photo ? say("photo") : message.document?.file_name ?? say("file");
}

export const face = (id, name) => element(`span.face.hue${Math.abs(id) % HUES}`, { "aria-hidden": "true" }, name.slice(0, 1));

function keyboard(message, hands) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return rows.length ? element("div.keyboard", {}, ...rows.map((row) => element("div.row", {}, ...row.map((one) => key(message, one, hands))))) : null;
}

function key(message, one, hands) {
  const look = one.style ? `.${one.style}` : "";
  if (one.url) { const made = link(one.url, one.text, hands); made.className = `key ${one.style ?? ""}`; return made; }
  const press = one.copy_text ? () => hands.copy(one.copy_text.text) : (event) => hands.press(message, one.callback_data, event.currentTarget);
  return element(`button.key${look}`, { type: "button", onclick: press }, element("span", {}, one.text));
}

function reactions(message, me, hands) {
  const chips = (message._reactions ?? []).map(({ emoji, people }) => {
    const mine = people.includes(me);
    return element("button", { type: "button", "aria-pressed": `${mine}`, "aria-label": `${say("react")} ${emoji} ${people.length}`, onclick: () => hands.react(message, mine ? null : emoji) }, `${emoji} ${people.length}`);
  });
  return chips.length ? element("div.reactions", {}, ...chips) : null;
}

function quote(answered, hands) {
  return element("button.quote", { type: "button", onclick: () => hands.jump(answered.message_id) },
    element("b", {}, author(answered)), element("span", {}, summary(answered)));
}

function meta(message, own, heard) {
  const edited = message.edit_date && !message.from?.is_bot ? element("i", {}, say("edited")) : null;
  const ticks = own ? element("span.ticks", { role: "img", "aria-label": say(heard ? "tickRead" : "tickSent"), title: say(heard ? "tickRead" : "tickSent") }, icon(heard ? "ticks" : "tick")) : null;
  return element("span.meta", {}, message._pinned ? icon("pin") : null, edited, element("time", { dateTime: new Date(message.date * 1000).toISOString() }, clock(message.date)), ticks);
}

// One message, or those of an album. `look`: me, whether in a group, the first and the last of those that somebody wrote
// one after the other, and whether the bot has it. `hands` are what a reader can do with it.
export function bubble(messages, look, hands) {
  const message = messages[0], last = messages.at(-1), own = writer(message) === look.me, said = messages.find((one) => one.text ?? one.caption) ?? message;
  const words = said.text ?? said.caption, entities = said.entities ?? said.caption_entities;
  const name = look.group && !own && look.first ? element(`b.who.hue${Math.abs(writer(message) ?? 0) % HUES}`, {}, author(message)) : null;
  const pictures = photos(messages);
  const body = element(`div.body${pictures && !words ? ".bare" : ""}`, {}, name,
    message.forward_origin ? element("span.forwarded", {}, say("forwarded", { who: origin(message.forward_origin) })) : null,
    message.reply_to_message ? quote(message.reply_to_message, hands) : null,
    pictures, documents(messages), words ? rich(words, entities, hands) : null, reactions(message, look.me, hands), meta(last, own, look.heard));
  const label = say("says", { who: author(message), time: clock(message.date), text: (words ?? summary(message)).slice(0, 200) });
  const more = element("button.more", { type: "button", "aria-label": say("more"), title: say("more"), onclick: (event) => hands.menu(messages, event.currentTarget) }, icon("more"));
  const kind = ["article", own ? "own" : "theirs", look.first && "first", look.last && "last"].filter(Boolean).join(".");
  return element(kind, { "data-message": message.message_id, "aria-label": label, tabIndex: -1 }, element("div.line", {}, body, more), keyboard(last.reply_markup ? last : message, hands));
}
