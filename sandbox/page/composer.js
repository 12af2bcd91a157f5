import { act } from "./api.js";
import { author, summary } from "./bubble.js";
import { element, find } from "./dom.js";
import { choose, toast } from "./notes.js";
import { say } from "./words.js";

const LARGEST = 50 << 20;
const PICTURE = /^image\/(png|jpeg|gif)$/;
const drafts = new Map();
let about = null; // { reply: message } or { edit: message }
let attached = null; // { files, photo, addresses }: several go as an album
let place = null; // { person, chat, state, commands, follow }
let drawn = "";

const key = () => `${place.person}/${place.chat.id}`;

// Draws anew only when it must, so that nobody loses what he is typing.
export function showComposer(now) {
  const commands = JSON.stringify(now.commands);
  const sign = [now.person, now.chat.id, now.started, now.blocked, commands, document.documentElement.lang].join();
  if (place && key() !== `${now.person}/${now.chat.id}`) { about = null; attached = null; }
  place = now;
  if (sign === drawn) return;
  drawn = sign;
  draw();
}

export function reply(message) { about = { reply: message }; draw(); input()?.focus(); }
export function edit(message) { about = { edit: message }; drafts.set(key(), message.text ?? message.caption ?? ""); draw(); input()?.focus(); }
export const forget = () => { place = null; drawn = ""; find("composer").replaceChildren(); };

const input = () => find("composer").querySelector("textarea");

function draw() {
  const form = find("composer"), chat = place.chat.id > 0;
  form.onsubmit = (event) => { event.preventDefault(); send(); };
  if (chat && place.blocked) return form.replaceChildren(element("p", {}, say("blocked")), wide("unblock", () => act("act", { act: "unblock", person: place.person })));
  if (chat && !place.started) return form.replaceChildren(wide("start", () => place.say("/start")));
  form.replaceChildren(...[bar(), line()].filter(Boolean));
  grow();
}

const wide = (word, onclick) => element("button.main.wide", { type: "button", onclick }, say(word));

function bar() {
  const drop = element("button.quiet.icon", { type: "button", title: say("cancel"), "aria-label": say("cancel"), onclick: cancel }, "×");
  if (attached) {
    const check = element("input", { type: "checkbox", checked: attached.photo, onchange: (event) => { attached.photo = event.target.checked; } });
    const { files, addresses } = attached, name = files.length > 1 ? say("files", { n: files.length }) : files[0].name;
    return element("div.bar", {}, element("div.previews", {}, ...addresses.map((one) => element("img", { src: one, alt: "" }))),
      element("span", { title: files.map((one) => one.name).join("\n") }, name),
      addresses.length ? element("label", {}, check, say("asPhoto")) : null, drop);
  }
  if (!about) return null;
  const message = about.reply ?? about.edit, title = about.edit ? say("editing") : `${say("replyTo")} ${author(message)}`;
  return element("div.bar", {}, element("span", {}, element("b", {}, title), summary(message)), drop);
}

function line() {
  const file = element("input", { type: "file", multiple: true, hidden: true, onchange: () => attach([...file.files]) });
  const text = element("textarea", { rows: 1, placeholder: say("write"), "aria-label": say("write"), value: drafts.get(key()) ?? "" });
  text.oninput = () => { drafts.set(key(), text.value); grow(); };
  text.onkeydown = typed;
  text.onpaste = (event) => attach([...event.clipboardData.files]);
  const menu = place.commands.length ? icon("commands", "/", offerCommands) : null;
  const send = element("button.main.icon", { title: say("send"), "aria-label": say("send") }, "➤");
  return element("div.line", {}, menu, icon("attach", "＋", () => file.click()), file, text, send);
}

const icon = (word, sign, onclick) => element("button.quiet.icon", { type: "button", title: say(word), "aria-label": say(word), onclick }, sign);

function typed(event) {
  if (event.key === "Escape") cancel();
  // An input method uses Enter to choose a word.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
}

function grow() {
  const text = input();
  if (!text) return;
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight + 2, 180)}px`;
}

// Files of other kinds among them make all of them documents: an album is of one sort.
function attach(files) {
  if (!files.length) return;
  if (files.reduce((sum, one) => sum + one.size, 0) > LARGEST) return toast(say("tooLarge"), true);
  release();
  const photo = files.every((one) => PICTURE.test(one.type));
  attached = { files, photo, addresses: photo ? files.map((one) => URL.createObjectURL(one)) : [] };
  draw();
  input()?.focus();
}

const release = () => attached?.addresses.forEach((one) => URL.revokeObjectURL(one));

function cancel() {
  if (about?.edit) drafts.delete(key());
  release();
  about = attached = null;
  draw();
  input()?.focus();
}

async function offerCommands() {
  const choices = place.commands.map((one) => [`/${one.command}  ${one.description}`, one.command, "quiet"]);
  const command = await choose(say("commands"), choices);
  if (command) place.say(`/${command}${place.chat.id < 0 ? `@${place.state.bot.username}` : ""}`);
}

async function send() {
  const text = (drafts.get(key()) ?? "").trim(), where = { person: place.person, chat: place.chat.id };
  if (!text && !attached) return;
  const replyTo = about?.reply?.message_id ?? null;
  const done = attached ? await upload(where, text, replyTo)
    : about?.edit ? await act("edit", { ...where, message_id: about.edit.message_id, text })
    : await act("say", { ...where, text, reply_to: replyTo });
  if (!done) return;
  drafts.delete(key());
  cancel();
}

function upload(where, text, replyTo) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...where, caption: text, photo: attached.photo ? "1" : "0", reply_to: replyTo ?? 0 })) form.append(name, value);
  for (const file of attached.files) form.append("file", file, file.name);
  return act("upload", form);
}
