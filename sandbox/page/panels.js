import { ask, act } from "./api.js";
import { moveTo } from "./clock.js";
import { deliveries, faultTools } from "./faults.js";
import { element, find, icon } from "./dom.js";
import { confirmed, toast } from "./notes.js";
import { keep, kept } from "./store.js";
import { clock, date, day, say, seconds, told } from "./words.js";

const MANNERS = [["off", "off"], ["on-time", "onTime"], ["late", "late"], ["none", "never"]];
const KEYS = [
  [["Alt 1", "2", "3"], "keyChats"], [["Alt L"], "keyList"], [["Alt W"], "keyWrite"], [["Alt N"], "keyNext"], [["Alt A", "O", "F", "T"], "keyPanel"], [["↑", "↓"], "keyMove"],
  [["Enter"], "keyMenu"], [["Tab"], "keyInto"], [["R", "E", "F"], "keyReply"], [["Enter"], "keySend"], [["↑"], "keyLast"], [["Esc"], "keyEsc"], [["?"], "keyHelp"],
];

// What stands beside the chats: one panel at once, remembered.
export class Panels {
  constructor(desk) {
    this.desk = desk;
    this.open = kept("panel");
    this.drawn = "";
    this.told = {};
    this.asking = false;
  }

  toggle(name) {
    this.open = this.open === name ? null : name;
    keep("panel", this.open);
    this.drawn = "";
    this.show();
    if (this.open) find("panel").focus();
  }

  async show() {
    const panel = find("panel"), state = this.desk.state();
    panel.hidden = !this.open;
    for (const button of document.querySelectorAll("[data-panel]")) button.setAttribute("aria-expanded", `${button.dataset.panel === this.open}`);
    if (!this.open || !state) return;
    await this.learn();
    if (!this.open) return;
    const content = { agenda: () => this.agenda(state), others: () => this.others(state), faults: () => this.faults(), help: () => this.help() }[this.open];
    const sign = JSON.stringify([this.open, say("close"), this.told, this.open === "others" && [state.played, state.people.map((one) => one.id)], this.open === "agenda" && [state.busy, day(seconds(state.now))]]);
    if (sign === this.drawn) return;
    this.drawn = sign;
    const where = document.activeElement?.dataset?.keep, top = panel.scrollTop;
    const close = element("button.quiet.icon", { type: "button", title: say("close"), "aria-label": say("close"), onclick: () => this.toggle(this.open) }, icon("close"));
    panel.setAttribute("aria-label", say(this.open));
    panel.replaceChildren(element("header", {}, element("h2", {}, say(this.open)), close), ...content());
    panel.scrollTop = top;
    if (where) panel.querySelector(`[data-keep="${where}"]`)?.focus();
  }

  async learn() {
    if (this.asking || !["agenda", "faults"].includes(this.open)) return;
    this.asking = true;
    try {
      const asked = this.open, found = await ask(asked === "agenda" ? "agenda" : "coping");
      if (asked === this.open) this.told = found;
    } finally { this.asking = false; }
  }

  agenda(state) {
    const events = this.told.agenda ?? [], tomorrow = day(seconds(state.now) + 86400);
    const field = element("input", { type: "date", min: tomorrow, id: "day", required: true, value: kept("day", "") >= tomorrow ? kept("day") : tomorrow, onchange: (event) => keep("day", event.target.value) });
    const form = element("form.inline", { onsubmit: (event) => { event.preventDefault(); moveTo(field.value); } },
      element("label", { htmlFor: "day" }, say("toDay")), field, element("button.main", { disabled: state.busy, "data-keep": "go" }, say("go")));
    let before = "";
    const rows = events.flatMap((event) => {
      const at = seconds(event.at), today = day(at), head = today === before ? [] : [element("h4", {}, date(at, { year: false }))];
      before = today;
      return [...head, element("button.event", { type: "button", disabled: state.busy, "data-keep": event.at + told(event.what), onclick: () => moveTo(event.at) }, element("time", {}, clock(at)), element("span", {}, told(event.what)))];
    });
    const empty = state.can_empty ? [element("h3", {}, say("empty")), element("p", {}, say("emptyWhat")),
      element("button", { type: "button", id: "empty", disabled: state.busy, onclick: async () => { if (await confirmed(say("emptySure"))) act("empty", {}); } }, say("empty"))] : [];
    return [form, element("h3", {}, say("ahead")), rows.length ? element("div.events", {}, ...rows) : element("p", {}, say("nothingAhead")), ...empty];
  }

  others(state) {
    const now = state.played ?? { manner: "off", held: 0 }, held = now.held || this.desk.contact();
    const play = async (manner, who) => { if (await act("others", { manner, held: Number(who) })) toast(say("done", { how: say(MANNERS.find(([name]) => name === manner)[1]) })); };
    const choices = MANNERS.map(([manner, word]) => element("label.choice", {},
      element("input", { type: "radio", name: "manner", value: manner, checked: now.manner === manner, "data-keep": manner, onchange: () => play(manner, select.value) }), element("span", {}, say(word))));
    const people = state.people.filter((one) => one.role !== "outsider");
    const select = element("select", { id: "held", "data-keep": "held", onchange: () => play(now.manner, select.value) }, element("option", { value: "0" }, say("nobody")),
      ...people.map((one) => element("option", { value: `${one.id}`, selected: one.id === held }, one.name)));
    return [element("p", {}, say("othersWhat")), element("label.field", { htmlFor: "held" }, say("held")), select,
      element("fieldset", {}, element("legend", {}, say("manner")), ...choices)];
  }

  faults() {
    return [...faultTools(this.told.waiting ?? [], () => this.show()), ...deliveries(this.told)];
  }

  help() {
    return [element("dl.keys", {}, ...KEYS.flatMap(([keys, word]) => [element("dt", {}, ...keys.map((one) => element("kbd", {}, one))), element("dd", {}, say(word))]))];
  }
}
