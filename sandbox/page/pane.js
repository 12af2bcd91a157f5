import { act, ask } from "./api.js";
import { face, summary, writer } from "./bubble.js";
import { Composer } from "./composer.js";
import { deeds, membersOf, titleOf } from "./deeds.js";
import { element, icon, rove } from "./dom.js";
import { wireGestures } from "./gestures.js";
import { handsOf } from "./hands.js";
import { Log } from "./log.js";
import { offerAt } from "./notes.js";
import { say } from "./words.js";

const icons = (word, drawn, onclick, look = "") => element(`button.quiet.icon${look}`, { type: "button", title: say(word), "aria-label": say(word), onclick }, icon(drawn));

// One chat on the page: who one is in it, its messages, and where one writes.
export class Pane {
  constructor(place, desk) {
    this.place = place;
    this.desk = desk; // go(place, person, chat), change(place), look(), state()
    this.person = this.chat = 0;
    this.head = element("header.head", {});
    this.tabs = element("div.tabs", { role: "group" });
    this.pinned = element("div.pinned", { hidden: true });
    this.box = element("div.log", { role: "log", tabIndex: -1 });
    this.latest = element("button.latest", { type: "button", hidden: true, onclick: () => this.log.toEnd() }, icon("down"), element("b", {}));
    const form = element("form.composer", { autocomplete: "off" });
    this.el = element("section.pane", { "data-pane": place }, this.head, this.tabs, this.pinned, this.box, this.latest, form);
    rove(this.tabs, () => [...this.tabs.querySelectorAll("button")], { along: ["ArrowRight", "ArrowLeft"] });
    this.hands = handsOf(this);
    this.log = new Log(this.box, this.hands);
    this.composer = new Composer(form, { message: (number) => this.messages.get(number), command: (text) => this.speak(text), lastOwn: () => this.lastOwn(), said: () => this.log.toEnd(), grew: () => this.log.atEnd && this.log.toEnd() });
    wireGestures(this.box, { reply: (number) => this.hands.by("reply", number), menu: (number, node, x, y) => this.hands.menuAt(number, x, y) });
    this.wireDrop();
    this.clear();
  }

  // Where somebody else, or another chat, is to be shown.
  set(person, chat) {
    if (person === this.person && chat === this.chat) return;
    this.person = person;
    this.chat = chat;
    this.clear();
  }

  clear() {
    this.version = 0;
    this.messages = new Map();
    this.more = false;
    this.info = null;
    this.unreadFrom = null;
    this.drawnHead = "";
    this.head.replaceChildren();
    this.tabs.replaceChildren();
    this.pinned.hidden = true;
    this.log.clear();
    this.composer.forget();
  }

  get asks() { return `${this.person}.${this.chat}.${this.version}`; }
  get me() { return this.desk.state().people.find((one) => one.id === this.person); }
  get here() { return this.info?.chats.find((one) => one.id === this.chat); }

  // What the server told of it.
  take(found) {
    const first = this.version === 0;
    this.info = found;
    this.version = found.version;
    if (first) this.more = found.more;
    for (const message of found.messages) message.gone ? this.messages.delete(message.message_id) : this.messages.set(message.message_id, message);
    if (first) this.markUnread();
    const newest = Math.max(0, ...this.messages.keys()), fresh = found.messages.some((one) => one.message_id === newest && writer(one) === this.person);
    if (fresh) this.log.atEnd = true;
    this.draw();
    this.seen();
  }

  markUnread() {
    const count = this.here?.unread ?? 0, others = [...this.messages.values()].filter((one) => writer(one) !== this.person).sort((a, b) => a.message_id - b.message_id);
    this.unreadFrom = count && count < others.length ? others.at(-count).message_id : null;
  }

  draw() {
    if (!this.info || !this.me || !this.here) return;
    const { bot } = this.desk.state();
    this.drawHead();
    this.log.draw({ messages: this.messages, me: this.person, group: this.chat < 0, unheard: this.info.unheard, unreadFrom: this.unreadFrom, more: this.more,
      hint: this.chat > 0 ? bot.description || say("description", { bot: bot.first_name }) : say("empty_chat") });
    this.composer.show({ person: this.person, chat: this.chat, commands: this.info.commands, started: this.me.started, blocked: this.me.blocked, bot: bot.username });
  }

  drawHead() {
    const state = this.desk.state(), { me, here } = this, name = here.id > 0 ? me.name : here.title;
    const played = state.played && state.played.manner !== "off" && state.played.held !== me.id && me.role !== "outsider";
    const place = here.id > 0 ? say("private", { bot: state.bot.first_name }) : `${membersOf(here)} · ${say("as", { who: me.name })}`;
    const working = this.pressing || (this.info.unheard.length > 0 && here.bot !== "never");
    const under = working ? say("working") : [place, played && say("isPlayed")].filter(Boolean).join(" · ");
    const sign = JSON.stringify([name, under, say("back"), here.pinned, this.info.chats.map((one) => [one.id, one.title, one.unread])]);
    if (sign === this.drawnHead) return;
    this.drawnHead = sign;
    this.el.setAttribute("aria-label", name);
    this.box.setAttribute("aria-label", say("messages", { who: name }));
    const focused = this.head.contains(document.activeElement) && [...this.head.querySelectorAll("button")].indexOf(document.activeElement);
    this.head.replaceChildren(icons("back", "back", () => this.desk.list(), ".back"), face(here.id > 0 ? me.id : here.id, name),
      element("div.titles", {}, element("h2", {}, name), element(`p.under${working ? ".working" : ""}`, {}, under)),
      icons("change", "swap", () => this.desk.change(this.place), ".change"), icons("more", "more", (event) => this.offerDeeds(event.currentTarget)));
    if (typeof focused === "number" && focused >= 0) this.head.querySelectorAll("button")[focused]?.focus();
    this.drawTabs(state);
    this.drawPinned(here.pinned);
  }

  // His chats, where he has more than one.
  drawTabs(state) {
    const chats = this.info.chats, inside = this.tabs.contains(document.activeElement);
    this.tabs.hidden = chats.length < 2;
    this.tabs.setAttribute("aria-label", say("chats"));
    this.tabs.replaceChildren(...chats.map((one) => {
      const on = one.id === this.chat, badge = one.unread && !on ? element("span.unread", { "aria-label": say("unread", { n: one.unread }), role: "img" }, one.unread > 99 ? "99+" : `${one.unread}`) : null;
      return element("button", { type: "button", "aria-pressed": `${on}`, tabIndex: on ? 0 : -1, onclick: () => this.desk.go(this.place, this.person, one.id) }, element("span", {}, one.id > 0 ? say("privateTab") : titleOf(one, state.bot)), badge);
    }));
    if (inside) this.tabs.querySelector('[aria-pressed="true"]')?.focus();
  }

  drawPinned(message) {
    this.pinned.hidden = !message;
    if (!message) return this.pinned.replaceChildren();
    this.pinned.replaceChildren(element("button.quote", { type: "button", onclick: () => this.log.jump(message.message_id) },
      element("b", {}, say("onTop")), element("span", {}, summary(message))), icons("unpin", "close", () => act("unpin", this.of(message))));
  }

  get visible() { return this.el.offsetParent !== null && document.visibilityState === "visible"; }

  seen() {
    const last = Math.max(0, ...this.messages.keys());
    if (last && this.here?.unread && this.visible) act("seen", { person: this.person, chat: this.chat, message_id: last });
  }

  of(message) { return { person: this.person, chat: this.chat, message_id: message.message_id }; }
  speak(text, chat = this.chat) { return act("say", { person: this.person, chat, text }); }
  lastOwn() { return [...this.messages.values()].filter((one) => writer(one) === this.person && !one.forward_origin && (one.text || one.caption)).sort((a, b) => a.message_id - b.message_id).at(-1); }
  focus() { this.composer.focus(); }

  offerDeeds(button) {
    const state = this.desk.state(), { me, here } = this;
    const hold = state.played && state.played.manner !== "off" && state.played.held !== me.id
      ? [[say("holdThis"), () => act("others", { manner: state.played.manner, held: me.id }), "others"]] : [];
    offerAt(button, [...hold, ...deeds(state, me, here, this.info.elsewhere, (id) => this.desk.go(this.place, this.person, id))], say("more"));
  }

  // Something was pressed, and the bot has not answered yet.
  busy(on) {
    this.pressing = on;
    if (this.info && this.here) this.drawHead();
  }

  async earlier() {
    const found = await ask("earlier", { person: this.person, chat: this.chat, before: Math.min(...this.messages.keys()) });
    for (const message of found.messages) this.messages.set(message.message_id, message);
    this.more = found.more;
    this.log.keeping(() => this.draw());
  }

  wireDrop() {
    this.el.addEventListener("dragover", (event) => { if (event.dataTransfer.types.includes("Files")) { event.preventDefault(); this.el.dataset.drop = say("dropHere"); } });
    this.el.addEventListener("dragleave", (event) => { if (!this.el.contains(event.relatedTarget)) delete this.el.dataset.drop; });
    this.el.addEventListener("drop", (event) => { event.preventDefault(); delete this.el.dataset.drop; this.composer.attach([...event.dataTransfer.files]); });
  }
}
