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

function service(message) {
  const who = message.from.first_name, names = (message.new_chat_members ?? []).map((one) => one.first_name).join("、");
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
  if (own) offers.push(element("button", { type: "button", onclick: () => hands.edit(message) }, say("edit")));
  return element("div.deeds", {}, ...offers);
}

// One message; `hands` are what a reader can do with it: press, reply, edit, command, start, copy, jump.
export function bubble(message, me, group, hands) {
  const note = service(message);
  if (note) return element("p.service", { id: `m${message.message_id}` }, note);
  const own = message.from.id === me, answered = message.reply_to_message;
  const quote = answered && element("button.quote", { type: "button", onclick: () => hands.jump(answered.message_id) },
    element("b", {}, answered.from.first_name), element("span", {}, summary(answered)));
  const words = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities;
  const edited = message.edit_date && !message.from.is_bot ? `${say("edited")} ` : "";
  const body = element("div.body", {}, group && !own ? element("b.who", {}, message.from.first_name) : null, quote,
    message.photo ? photo(message) : null, message.document ? document_(message.document) : null,
    words ? rich(words, entities, hands) : null,
    element("time", {}, edited + clock(message.date)));
  return element(`article.${own ? "own" : "theirs"}`, { id: `m${message.message_id}`, tabIndex: 0 }, body, keyboard(message, hands), deeds(message, own, hands));
}
