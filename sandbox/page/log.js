import { bubble, service, writer } from "./bubble.js";
import { element, rove } from "./dom.js";
import { date, day, say, spoken } from "./words.js";

const NEAR = 120;

// The messages of one chat, drawn so that only what has changed is exchanged, and the newest stays in sight while one
// looks at it. One message is reached by Tab, keys move among them.
export class Log {
  constructor(box, hands) {
    this.box = box;
    this.hands = hands;
    this.drawn = new Map(); // key → [signature, node]
    this.atEnd = true;
    this.lastTop = 0;
    this.active = null;
    rove(box, () => this.nodes(), { pick: (node) => this.activate(node) });
    box.addEventListener("keydown", (event) => this.key(event));
    box.addEventListener("focusin", (event) => this.settle(event.target.closest("[data-message]")));
    box.addEventListener("scroll", () => this.scrolled(), { passive: true });
    // A picture that arrives late must not push the newest message out of sight.
    box.addEventListener("load", () => { if (this.atEnd) this.toEnd(); }, true);
  }

  nodes() { return [...this.box.querySelectorAll("[data-message]")]; }

  clear() {
    this.drawn.clear();
    this.box.replaceChildren();
    this.active = null;
    this.atEnd = true;
  }

  // `view`: messages by number, me, group, unheard numbers, unreadFrom, more (there are earlier ones), hint (of an empty chat).
  draw(view) {
    const focused = document.activeElement?.closest?.("[data-message]")?.dataset.message, inner = document.activeElement?.dataset.message === undefined;
    const blocks = this.blocks(view), known = this.drawn, next = new Map();
    let place = this.box.firstChild;
    for (const [key, signature, make] of blocks) {
      const old = known.get(key), node = old && old[0] === signature ? old[1] : make();
      next.set(key, [signature, node]);
      if (place === node) { place = node.nextSibling; continue; }
      this.box.insertBefore(node, place);
    }
    while (place) { const gone = place; place = place.nextSibling; gone.remove(); }
    this.drawn = next;
    const own = focused && this.box.contains(document.activeElement) === false && this.box.querySelector(`[data-message="${focused}"]`);
    if (own && this.hadFocus) (inner && own.querySelector(".key, button") ? own.querySelector(".key, button") : own).focus({ preventScroll: true });
    // Whoever comes from elsewhere comes to the newest one.
    this.settle((this.hadFocus && this.box.querySelector(`[data-message="${this.active}"]`)) || this.nodes().at(-1));
    if (this.atEnd) this.toEnd();
  }

  blocks(view) {
    const all = [...view.messages.values()].sort((a, b) => a.message_id - b.message_id), blocks = [];
    this.hadFocus = this.box.contains(document.activeElement);
    if (view.more) blocks.push(["earlier", spoken(), () => element("button.quiet.earlier", { type: "button", onclick: () => this.hands.earlier() }, say("earlier"))]);
    if (!all.length) blocks.push(["none", view.hint, () => element("p.none", {}, view.hint)]);
    const runs = together(all);
    runs.forEach((run, n) => {
      const message = run[0], before = runs[n - 1]?.[0], after = runs[n + 1]?.[0];
      const today = day(message.date);
      if (!before || day(before.date) !== today) blocks.push([`day${today}`, spoken(), () => element("p.day", {}, element("span", {}, date(message.date)))]);
      if (message.message_id === view.unreadFrom) blocks.push(["unread", spoken(), () => element("p.fresh", {}, say("unreadHere"))]);
      const note = service(message), key = `m${message.message_id}`;
      if (note) return blocks.push([key, note, () => element("p.service", { "data-message": message.message_id, tabIndex: -1 }, element("span", {}, note))]);
      const look = { me: view.me, group: view.group, first: !follows(before, message), last: !follows(message, after), heard: !run.some((one) => view.unheard.includes(one.message_id)) };
      blocks.push([key, JSON.stringify([run, look, spoken()]), () => bubble(run, look, this.hands)]);
    });
    return blocks;
  }

  settle(node) {
    if (!node) return;
    for (const one of this.nodes()) {
      const on = one === node;
      one.tabIndex = on ? 0 : -1;
      for (const inside of one.querySelectorAll("button, a")) inside.tabIndex = on ? 0 : -1;
    }
    this.active = node.dataset.message;
  }

  activate(node) {
    this.settle(node);
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const node = event.target.closest("[data-message]");
    if (event.key === "Escape") return this.hands.write();
    if (!node || event.target !== node || event.ctrlKey || event.metaKey || event.altKey) return;
    const number = Number(node.dataset.message);
    const deed = { Enter: "open", " ": "open", ContextMenu: "open", r: "reply", e: "edit", f: "forward", c: "copyText" }[event.key];
    if (!deed) return;
    event.preventDefault();
    this.hands.by(deed, number, node);
  }

  jump(number) {
    const target = this.box.querySelector(`[data-message="${number}"]`);
    if (!target) return;
    this.atEnd = false;
    this.settle(target);
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
    target.classList.add("found");
    setTimeout(() => target.classList.remove("found"), 1500);
  }

  toEnd() {
    this.atEnd = true;
    this.box.scrollTop = this.box.scrollHeight;
    this.hands.away(false);
  }

  // Only going up leaves the end.
  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.box;
    if (scrollHeight - scrollTop - clientHeight < NEAR) this.atEnd = true;
    else if (scrollTop < this.lastTop) this.atEnd = false;
    this.lastTop = scrollTop;
    this.hands.away(!this.atEnd);
  }

  // Earlier ones came on top: what one looks at stays where it is.
  keeping(change) {
    const height = this.box.scrollHeight - this.box.scrollTop;
    this.atEnd = false;
    change();
    this.box.scrollTop = this.box.scrollHeight - height;
  }
}

// Messages of one album are one block.
function together(messages) {
  const runs = [];
  for (const one of messages) {
    const album = one.media_group_id, last = runs.at(-1);
    if (album && last?.[0].media_group_id === album) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

const BREATH = 600; // seconds after which somebody begins anew
function follows(before, message) {
  if (!before || !message || service(before) || service(message)) return false;
  return writer(before) === writer(message) && message.date - before.date < BREATH && day(before.date) === day(message.date);
}
