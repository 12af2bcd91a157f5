import { fileAddress } from "./api.js";
import { element } from "./dom.js";
import { enlarge } from "./notes.js";
import { link, rich } from "./rich.js";
import { clock, say } from "./words.js";

const UNITS = ["B", "KB", "MB", "GB"];

function size(bytes) {
  let place = 0, left = bytes;
  while (left >= 1024 && place < UNITS.length - 1) { left /= 1024; place += 1; }
  return `${place && left < 10 ? left.toFixed(1) : Math.round(left)} ${UNITS[place]}`;
}

// Who is told to have written it: a person, the bot, a group in its own name, or a channel.
export const author = (message) => message.sender_chat?.title ?? message.from?.first_name ?? "";

// Who has, where the page knows it.
export const writer = (message) => message._by ?? message.from?.id;

const origin = (from) => from.sender_user?.first_name ?? from.sender_user_name ?? (from.sender_chat ?? from.chat).title;

// Albums that follow each other are told apart by the last digit of their numbers.
const album = (message) => (message.media_group_id ? `.album.${"02468".includes(message.media_group_id.at(-1)) ? "even" : "odd"}` : "");

function service(message) {
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

function photo(message) {
  const largest = message.photo.at(-1), address = fileAddress(largest.file_id), alt = message.caption ?? say("photo");
  const image = element("img", { src: address, alt, loading: "lazy", width: largest.width, height: largest.height });
  return element("button.photo", { type: "button", title: say("photo"), onclick: () => enlarge(address, alt) }, image);
}

function document_(file) {
  const address = fileAddress(file.file_id);
  return element("a.document", { href: address, download: file.file_name }, element("span.sign", { "aria-hidden": "true" }, "↓"),
    element("span", {}, element("b", {}, file.file_name), element("small", {}, size(file.file_size))));
}

function keyboard(message, hands) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return rows.length ? element("div.keyboard", {}, ...rows.map((row) => element("div.row", {}, ...row.map((one) => key(message, one, hands))))) : null;
}

function key(message, one, hands) {
  const look = one.style ? `.${one.style}` : "";
  if (one.url) { const made = link(one.url, one.text, hands); made.className = `key ${one.style ?? ""}`; return made; }
  const press = one.copy_text ? () => hands.copy(one.copy_text.text) : (event) => hands.press(message, one.callback_data, event.currentTarget);
  return element(`button.key${look}`, { type: "button", onclick: press }, one.text);
}

function deeds(message, own, hands) {
  const offers = [element("button", { type: "button", onclick: () => hands.reply(message) }, say("reply"))];
  if (own && !message.forward_origin) offers.push(element("button", { type: "button", onclick: () => hands.edit(message) }, say("edit")));
  offers.push(element("button.more", { type: "button", title: say("more"), "aria-label": say("more"), onclick: () => hands.more(message) }, "⋯"));
  return element("div.deeds", {}, ...offers);
}

function reactions(message, me, hands) {
  const chips = (message._reactions ?? []).map(({ emoji, people }) => {
    const mine = people.includes(me);
    return element("button", { type: "button", "aria-pressed": `${mine}`, title: say("react"), onclick: () => hands.react(message, mine ? null : emoji) }, `${emoji} ${people.length}`);
  });
  return chips.length ? element("div.reactions", {}, ...chips) : null;
}

// One message; `hands` are what a reader can do with it: press, reply, edit, more, react, command, start, copy, jump.
export function bubble(message, me, group, hands) {
  const note = service(message);
  if (note) return element("p.service", { id: `m${message.message_id}` }, note);
  const own = writer(message) === me, answered = message.reply_to_message;
  const quote = answered && element("button.quote", { type: "button", onclick: () => hands.jump(answered.message_id) },
    element("b", {}, author(answered)), element("span", {}, summary(answered)));
  const words = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities;
  const edited = message.edit_date && !message.from?.is_bot ? `${say("edited")} ` : "";
  const body = element("div.body", {}, group && !own ? element("b.who", {}, author(message)) : null,
    message.forward_origin ? element("i.forwarded", {}, say("forwarded", { who: origin(message.forward_origin) })) : null, quote,
    message.photo ? photo(message) : null, message.document ? document_(message.document) : null,
    words ? rich(words, entities, hands) : null,
    reactions(message, me, hands),
    element("time", {}, edited + clock(message.date)));
  return element(`article.${own ? "own" : "theirs"}${album(message)}`, { id: `m${message.message_id}`, tabIndex: 0 }, body, keyboard(message, hands), deeds(message, own, hands));
}
