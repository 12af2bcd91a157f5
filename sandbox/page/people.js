import { element, find } from "./dom.js";
import { role, say } from "./words.js";

// Whoever a newcomer looks for comes first; roles of another play come last, as they are.
const ORDER = ["director", "contact", "deputy", "head", "leader", "office"];
const place = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

// The list of posts, by role, found by any part of the name.
export function showPeople(people, me, pick) {
  const wanted = find("search").value.trim().toLowerCase();
  find("search").placeholder = say("search");
  const groups = new Map();
  for (const one of people.toSorted((a, b) => place(a.role) - place(b.role))) {
    if (wanted && !`${one.name} ${role(one.role)}`.toLowerCase().includes(wanted)) continue;
    groups.set(role(one.role), [...(groups.get(role(one.role)) ?? []), one]);
  }
  const shown = [...groups].map(([name, members]) =>
    element("section", {}, element("h2", {}, name), ...members.map((one) => row(one, one.id === me, pick))));
  const focused = document.activeElement?.dataset?.person;
  find("list").replaceChildren(...(shown.length ? shown : [element("p.none", {}, say("noMatch"))]));
  if (focused) find("list").querySelector(`[data-person="${focused}"]`)?.focus();
}

function row(person, chosen, pick) {
  const count = person.unread > 99 ? "99+" : `${person.unread}`;
  const badge = person.unread ? element("span.unread", { title: say("unread", { n: person.unread }) }, count) : null;
  const made = element("button.person", { type: "button", onclick: () => pick(person.id), "data-person": person.id },
    element("span.face", { "aria-hidden": "true" }, person.name.slice(0, 1)), element("span.name", {}, person.name), badge);
  if (chosen) made.setAttribute("aria-current", "true");
  return made;
}
