import { act, ask } from "./api.js";
import { bubble, writer } from "./bubble.js";
import { offerDeeds, showChats, showPinned, whereTo } from "./chats.js";
import { showClock, wireClock } from "./clock.js";
import * as composer from "./composer.js";
import { element, find } from "./dom.js";
import { alerted, choose, toast } from "./notes.js";
import { showPeople } from "./people.js";
import { date, day, fillIn, say, switchLanguage } from "./words.js";

const now = { state: null, person: 0, chat: 0, world: "", version: 0, commands: [], messages: new Map(), more: false };
const log = find("messages");
const NEAR = 120;
const EMOJI = ["👍", "👌", "🙏", "👏", "❤", "🔥", "🎉", "🤔", "👀", "🤝", "✍", "😢"];

// The address holds who and where, so that each tab can be somebody else.
function readAddress() {
  const [person, chat] = location.hash.slice(1).split("/").map(Number);
  if (person === now.person && (chat || person) === now.chat) return;
  now.person = person || 0;
  now.chat = chat || now.person;
  clear();
}
const go = (person, chat = person) => { location.hash = `${person}/${chat}`; };

function clear() {
  now.version = 0;
  now.messages = new Map();
  now.more = false;
  log.replaceChildren();
  composer.forget();
  document.body.dataset.view = now.person ? "chat" : "people";
}

let running = false, again = false;
async function refresh() {
  if (running) { again = true; return; }
  running = true;
  try {
    do { again = false; await look(); } while (again);
    document.body.classList.remove("offline");
  } catch (error) {
    document.body.classList.add("offline");
    if (!(error instanceof TypeError)) { if (now.chat !== now.person) go(now.person); else if (now.person) go(0); }
  } finally { running = false; }
}

async function look() {
  const { person, chat } = now;
  const state = await ask("state", { person });
  if (state.world !== now.world) { now.world = state.world; clear(); }
  if (person && !state.people.some((one) => one.id === person)) return go(0);
  now.state = state;
  const since = now.version;
  const found = person ? await ask("messages", { person, chat, since }) : null;
  if (person !== now.person || chat !== now.chat || (found && found.world !== now.world)) { again = true; return; }
  now.commands = found?.commands ?? [];
  draw();
  if (found) take(found, since === 0);
}

// Whether the newest message is in sight, and is to stay so while pictures arrive. Only going up changes that.
let atEnd = true, lastTop = 0;
const near = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
function toEnd() {
  atEnd = true;
  log.scrollTop = log.scrollHeight;
}

function take(found, first) {
  now.version = found.version;
  if (first) now.more = found.more;
  for (const message of found.messages) message.gone ? now.messages.delete(message.message_id) : now.messages.set(message.message_id, message);
  if (found.messages.length || first) drawMessages(found.messages, first);
  const newest = Math.max(0, ...now.messages.keys());
  const fresh = found.messages.find((one) => !one.gone && one.message_id === newest && !one._reactions);
  if (first || atEnd || (fresh && writer(fresh) === now.person)) toEnd();
  else if (fresh) { find("latest").hidden = false; find("latest").textContent = `↓ ${say("latest")}`; }
  seen();
}

function seen() {
  const last = Math.max(0, ...now.messages.keys());
  const here = now.state.chats.find((one) => one.id === now.chat);
  if (last && here?.unread && document.visibilityState === "visible") act("seen", { person: now.person, chat: now.chat, message_id: last });
}

// Changed messages are exchanged in place; the whole is drawn only for a new chat or language.
function drawMessages(changed, whole) {
  const numbers = [...now.messages.keys()].sort((a, b) => a - b), last = numbers.at(-1) ?? 0;
  const shown = [...log.querySelectorAll("[id^=m]")].map((one) => Number(one.id.slice(1)));
  const known = new Set(shown), newest = Math.max(0, ...shown);
  const simple = !whole && changed.every((one) => one.gone || known.has(one.message_id) || one.message_id > newest);
  if (!simple) return drawAll(numbers);
  for (const message of changed.sort((a, b) => a.message_id - b.message_id)) {
    const old = find(`m${message.message_id}`);
    if (message.gone) old?.remove();
    else if (old) old.replaceWith(made(message));
    else appendDay(message, lastBefore(message.message_id)), log.append(made(message));
  }
  if (last) find("messages").querySelector(".none")?.remove();
}

const made = (message) => bubble(message, now.person, now.chat < 0, hands);
const lastBefore = (number) => now.messages.get(Math.max(0, ...[...now.messages.keys()].filter((one) => one < number)));

function appendDay(message, before) {
  if (!before || day(before.date) !== day(message.date)) log.append(element("p.day", {}, date(message.date)));
}

function drawAll(numbers = [...now.messages.keys()].sort((a, b) => a - b)) {
  log.replaceChildren();
  if (now.more) log.append(element("button.quiet.earlier", { type: "button", onclick: earlier }, say("earlier")));
  if (!numbers.length) log.append(element("p.none", {}, now.chat > 0 ? now.state.bot.description || say("description", { bot: now.state.bot.first_name }) : say("empty_chat")));
  let before = null;
  for (const number of numbers) {
    const message = now.messages.get(number);
    appendDay(message, before);
    log.append(made(message));
    before = message;
  }
}

async function earlier() {
  const found = await ask("earlier", { person: now.person, chat: now.chat, before: Math.min(...now.messages.keys()) });
  const height = log.scrollHeight - log.scrollTop;
  for (const message of found.messages) now.messages.set(message.message_id, message);
  now.more = found.more;
  drawAll();
  log.scrollTop = log.scrollHeight - height;
}

function draw() {
  const { state, person, chat } = now;
  const me = state.people.find((one) => one.id === person), here = state.chats.find((one) => one.id === chat);
  showClock(state, claim);
  showPeople(state.people, person, (id) => go(id));
  showChats(state, me, here, (id) => go(person, id));
  showPinned(here, hands);
  document.body.classList.toggle("chosen", Boolean(here));
  if (me && !here) return go(person);
  if (!me) return composer.forget();
  composer.showComposer({ person, chat: here, state, commands: now.commands, started: me.started, blocked: me.blocked, say: speak });
}

// Whoever presses the director's link is the director.
async function claim(token) {
  const director = now.state.people.find((one) => one.role === "director");
  if (!director) return;
  go(director.id);
  if (await act("say", { person: director.id, chat: director.id, text: `/start ${token}` })) go(director.id);
}

const speak = (text, chat = now.chat) => act("say", { person: now.person, chat, text });

const of = (message) => ({ person: now.person, chat: now.chat, message_id: message.message_id });

const hands = {
  reply: composer.reply,
  react: (message, emoji) => act("react", { ...of(message), emoji }),
  unpin: (message) => act("unpin", of(message)),
  async more(message) {
    const pin = message._pinned ? "unpin" : "pin";
    const deed = await choose("", ["react", "forward", pin].map((one) => [say(one), one, "quiet"]));
    if (deed === pin) await act(pin, of(message));
    if (deed === "react") {
      const emoji = await choose(say("reactWith"), EMOJI.map((one) => [one, one, "quiet"]), null, "emoji");
      if (emoji) await act("react", { ...of(message), emoji });
    }
    if (deed === "forward") {
      const to = await whereTo(now.state);
      if (to && await act("forward", { ...of(message), to })) toast(say("sent"));
    }
  },
  edit: composer.edit,
  command: (words) => speak(words),
  start(address) {
    const found = address.match(/^https?:\/\/t\.me\/(\w+)\?start=([\w-]{1,64})$/);
    if (found?.[1].toLowerCase() !== now.state.bot.username.toLowerCase()) return null;
    return async () => { if (await speak(`/start ${found[2]}`, now.person)) go(now.person); };
  },
  copy: (text) => navigator.clipboard.writeText(text).then(() => toast(say("copied"))),
  jump(number) {
    const target = find(`m${number}`);
    target?.scrollIntoView({ block: "center", behavior: "smooth" });
    target?.focus({ preventScroll: true });
  },
  async press(message, data, button) {
    button.classList.add("waiting");
    button.disabled = true;
    const done = await act("press", { person: now.person, chat: now.chat, message_id: message.message_id, data });
    button.classList.remove("waiting");
    button.disabled = false;
    if (!done) return;
    const { answer } = done;
    if (!answer) toast(say("noAnswer"), true);
    else if (answer.url) hands.start(answer.url)?.();
    else if (answer.text && answer.show_alert) alerted(answer.text);
    else if (answer.text) toast(answer.text);
  },
};

find("search").oninput = () => now.state && showPeople(now.state.people, now.person, (id) => go(id));
find("back").onclick = () => go(0);
find("menu").onclick = () => {
  const me = now.state.people.find((one) => one.id === now.person), here = now.state.chats.find((one) => one.id === now.chat);
  if (me && here) offerDeeds(now.state, me, here, (id) => { go(now.person, id); refresh(); });
};
find("language").onclick = () => {
  switchLanguage();
  fillIn();
  if (now.state) { drawAll(); draw(); }
};
find("latest").onclick = toEnd;
log.onscroll = () => {
  if (near()) atEnd = find("latest").hidden = true;
  else if (log.scrollTop < lastTop) atEnd = false;
  lastTop = log.scrollTop;
};
// A picture that arrives late must not push the newest message out of sight.
log.addEventListener("load", () => { if (atEnd) toEnd(); }, true);
window.addEventListener("hashchange", () => { readAddress(); refresh(); });

// A browser keeps six connections to one place: a tab that nobody looks at must not hold one.
let events = null;
function listen() {
  events?.close();
  events = null;
  if (document.visibilityState !== "visible") return;
  events = new EventSource("/api/events");
  events.onmessage = refresh;
  events.onerror = () => document.body.classList.add("offline");
}
document.addEventListener("visibilitychange", listen);
window.addEventListener("pagehide", () => events?.close());
window.addEventListener("pageshow", listen);

// The first words are drawn when the typeface is there: a browser may keep the boxes that it drew before.
await document.fonts.load('1em "Page SC"', "督").catch(() => {});
wireClock();
fillIn();
readAddress();
clear();
