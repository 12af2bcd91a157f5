import { face } from "./bubble.js";
import { element, find, rove } from "./dom.js";
import { clock, date, day, role, say } from "./words.js";

// Whoever a newcomer looks for comes first; roles of another play come last, as they are.
const ORDER = ["director", "contact", "deputy", "head", "leader", "office"];
const place = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
let shown = "";

// The chats that are open, then every post by role, found by any part of its name.
export function showList(state, panes, current, { go, pick }) {
  const wanted = find("search").value.trim().toLowerCase();
  const sign = JSON.stringify([state.people, panes.map((one) => [one.person, one.chat, one.here?.unread]), current.place, wanted, say("chats"), day(Date.parse(state.now) / 1000)]);
  if (sign === shown) return;
  shown = sign;
  find("search").placeholder = say("search");
  const open = panes.filter((one) => one.here && one.me).map((one) => opened(one, one === current, state, go));
  const groups = new Map();
  for (const one of state.people.toSorted((a, b) => place(a.role) - place(b.role))) {
    if (wanted && !`${one.name} ${role(one.role)}`.toLowerCase().includes(wanted)) continue;
    groups.set(role(one.role), [...(groups.get(role(one.role)) ?? []), row(one.id, one.id, one.name, one.last, one.unread, state, one.id === current.person, () => pick(one.id))]);
  }
  const sections = [...(open.length && !wanted ? [section(say("open"), open)] : []), ...[...groups].map(([name, rows]) => section(name, rows))];
  const focused = document.activeElement?.dataset?.row;
  find("rows").replaceChildren(...(sections.length ? sections : [element("p.none", {}, say("noMatch"))]));
  const rows = all();
  for (const [n, one] of rows.entries()) one.tabIndex = n ? -1 : 0;
  if (focused) find("rows").querySelector(`[data-row="${focused}"]`)?.focus();
}

const all = () => [...find("rows").querySelectorAll(".person")];

export function wireList() {
  rove(find("list"), () => [find("search"), ...all()]);
}

const section = (name, rows) => element("section", { "aria-label": name }, element("h3", {}, name), ...rows);

function opened(pane, on, state, go) {
  const { here, me } = pane, last = [...pane.messages.values()].at(-1);
  const told = last && { date: last.date, text: (last.text ?? last.caption ?? "").split("\n")[0] };
  return row(`pane${pane.place}`, here.id, here.id > 0 ? me.name : here.title, told, here.unread, state, on, () => go(pane.place));
}

function row(key, id, name, last, unread, state, on, onclick) {
  const today = last && day(last.date) === day(Date.parse(state.now) / 1000);
  const when = last ? (today ? clock(last.date) : date(last.date, { year: false, weekday: false })) : "";
  const badge = unread ? element("span.unread", { role: "img", "aria-label": say("unread", { n: unread }) }, unread > 99 ? "99+" : `${unread}`) : null;
  return element("button.person", { type: "button", onclick, "data-row": key, "aria-current": on ? "true" : null },
    face(id, name), element("span.names", {}, element("span.name", {}, name), element("span.preview", {}, last?.text ?? "")), element("span.side", {}, element("small", {}, when), badge));
}
