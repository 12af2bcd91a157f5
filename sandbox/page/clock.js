import { act } from "./api.js";
import { element, find } from "./dom.js";
import { confirmed } from "./notes.js";
import { clock, date, keepZone, say, seconds } from "./words.js";

// The bar on top: what time it is in this world, and the buttons that move it.
export function showClock(state, claim) {
  keepZone(state.now);
  const now = seconds(state.now);
  // A phone leaves the year out.
  const whole = date(now);
  const [before, after] = whole.split(/ ?\d{4}年?/);
  const shown = element("span.year", {}, whole.slice(before.length, whole.length - after.length));
  find("date").replaceChildren(before, shown, after);
  find("time").textContent = clock(now);
  find("moving").hidden = !state.busy;
  find("empty").hidden = !state.can_empty;
  const next = state.next_event && seconds(state.next_event);
  find("upcoming").textContent = next ? `${date(next, { year: false, weekday: false })} ${clock(next)}` : "";
  for (const button of document.querySelectorAll("#moves button, #empty")) button.disabled = state.busy;
  document.querySelector('[data-to="next-event"]').disabled = state.busy || !next;
  const lines = [...state.notices, ...(state.stumbled ? [say("stumbled")] : [])];
  find("notices").replaceChildren(...lines.map((line) => element("li", {}, ...withLink(line, claim))));
}

// A one-time link is pressed, not copied.
function withLink(line, claim) {
  const link = line.match(/\bt\.me\/\w+\?start=([\w-]+)/);
  if (!link) return [line];
  return [line, " ", element("button.main", { type: "button", onclick: () => claim(link[1]) }, say("claim"))];
}

export function wireClock() {
  for (const button of document.querySelectorAll("#moves button")) {
    button.onclick = () => { button.disabled = true; act("clock", { to: button.dataset.to }); };
  }
  find("empty").onclick = async () => { if (await confirmed(say("emptySure"))) act("empty", {}); };
}
