import { act, ask } from "./api.js";
import { showClock } from "./clock.js";
import { element, find } from "./dom.js";
import { showList } from "./list.js";
import { Pane } from "./pane.js";
import { Panels } from "./panels.js";
import { keep, kept } from "./store.js";
import { showTour } from "./tour.js";

const SIDE_BY_SIDE = 3;

// The whole page: what the server told last, the chats that are open, and which of them one is in.
export class Desk {
  constructor() {
    this.told = null;
    this.panes = Array.from({ length: SIDE_BY_SIDE }, (_, place) => new Pane(place, this));
    this.current = this.panes[0];
    this.panels = new Panels(this);
    this.running = this.again = this.unpeopled = false;
    find("panes").append(...this.panes.map((one) => one.el));
    for (const one of this.panes) one.el.addEventListener("focusin", () => this.become(one));
  }

  state() { return this.told; }

  // The contact that one plays, where somebody has to be named.
  contact() {
    const { people, played, tour } = this.told, toured = people.find((one) => one.role === "contact" && tour.some((step) => step.person === one.id));
    const open = this.panes.map((one) => people.find((who) => who.id === one.person)).find((one) => one?.role === "contact");
    return toured?.id || played?.held || open?.id || people.find((one) => one.role === "contact" && one.unread)?.id || people.find((one) => one.role === "contact")?.id || people[0].id;
  }

  // Contact, director, leading group: what a newcomer wants to see.
  usual() {
    const { people, group } = this.told, director = people.find((one) => one.role === "director")?.id ?? people[0].id;
    return [[this.contact()], [director], [director, group]];
  }

  arrange() {
    this.usual().forEach(([person, chat = person], n) => this.panes[n].set(person, chat));
    this.remember();
    this.again = true;
  }

  // Whoever had other chats open finds them again. While the records are being opened, or played, nobody but the
  // outsider is there: who is shown meanwhile was not chosen, and is not remembered.
  settle() {
    const { people } = this.told, known = new Set(people.map((one) => one.id)), usual = this.usual(), remembered = kept("places", []);
    this.panes.forEach((pane, n) => {
      if (known.has(pane.person) && !this.unpeopled) return;
      const [person, chat = person] = known.has(remembered[n]?.[0]) ? remembered[n] : usual[n];
      pane.set(person, chat);
    });
    this.unpeopled = people.every((one) => one.role === "outsider");
    document.body.classList.toggle("unpeopled", this.unpeopled);
    this.become(this.panes[kept("current", 0)] ?? this.panes[0]);
    this.remember();
  }

  become(pane) {
    if (this.current !== pane) keep("current", pane.place);
    this.current = pane;
    for (const one of this.panes) one.el.classList.toggle("current", one === pane);
  }

  remember() { if (!this.unpeopled) keep("places", this.panes.map((one) => [one.person, one.chat])); }

  go(place, person, chat = person) {
    const pane = this.panes[place];
    pane.set(person, chat);
    this.become(pane);
    this.view("chat");
    this.remember();
    this.look();
  }

  // A chat that is open already is gone to; otherwise it takes the place of the one that one is in.
  show(person, chat) {
    const open = this.panes.find((one) => one.chat === chat && (one.person === person || chat < 0));
    this.go((open ?? this.current).place, open ? open.person : person, chat);
    this.panes.find((one) => one.chat === chat)?.focus();
  }

  view(name) {
    document.body.dataset.view = name;
    if (name === "list") find("search").focus();
  }
  list() { this.view("list"); this.draw(); }
  change(place) { this.become(this.panes[place]); this.list(); }

  async look() {
    if (this.running) { this.again = true; return; }
    this.running = true;
    try {
      do { this.again = false; await this.once(); } while (this.again);
      document.body.classList.remove("offline");
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      document.body.classList.add("offline");
    } finally { this.running = false; }
  }

  async once() {
    const asked = this.panes.filter((one) => one.person), asks = asked.map((one) => one.asks);
    const told = await ask("look", { panes: asks.join(",") });
    const began = !this.told || told.world !== this.told.world;
    this.told = told;
    if (began) {
      for (const one of this.panes) { if (one.person) one.clear(); }
      this.settle();
      this.again = true;
    } else asked.forEach((pane, n) => this.hand(pane, asks[n], told.panes[n]));
    this.draw();
  }

  // A pane that shows something else by now asks again; one whose chat is gone goes back to the private one.
  hand(pane, asked, found) {
    if (pane.asks !== asked) { this.again = true; return; }
    if (!found.error) return pane.take(found);
    const known = this.told.people.some((one) => one.id === pane.person);
    if (known && pane.chat !== pane.person) pane.set(pane.person, pane.person);
    else { pane.set(0, 0); this.settle(); }
    this.again = true;
  }

  draw() {
    const state = this.told;
    showClock(state, (token) => this.claim(token));
    showList(state, this.panes, this.current, { go: (place) => { this.become(this.panes[place]); this.view("chat"); this.current.seen(); this.current.focus(); }, pick: (id) => { this.show(id, id); } });
    showTour(state, this);
    this.panels.show();
    find("faultcount").textContent = state.faults ? `${state.faults}` : "";
  }

  redraw() {
    for (const one of this.panes) { one.drawnHead = ""; one.draw(); }
    this.draw();
  }

  // Whoever presses the director's link is the director.
  async claim(token) {
    const director = this.told.people.find((one) => one.role === "director");
    if (!director) return;
    this.show(director.id, director.id);
    await act("say", { person: director.id, chat: director.id, text: `/start ${token}` });
  }
}
