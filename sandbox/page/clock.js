import { act } from "./api.js";
import { element, find } from "./dom.js";
import { clock, date, keepZone, say, seconds } from "./words.js";

// The bar on top: what time it is in this world, and the buttons that move it.
export function showClock(state, claim) {
  keepZone(state.now);
  const now = seconds(state.now);
  // A phone leaves the year out.
  const whole = date(now), [before, after] = whole.split(/ ?\d{4}年?/);
  find("date").replaceChildren(before, element("span.year", {}, whole.slice(before.length, whole.length - after.length)), after);
  find("time").textContent = clock(now);
  find("moving").hidden = !state.busy;
  find("stop").hidden = !state.travelling;
  const next = state.next_event && seconds(state.next_event);
  find("upcoming").textContent = next ? `${date(next, { year: false, weekday: false })} ${clock(next)}` : "";
  for (const button of document.querySelectorAll("#moves [data-to]")) button.disabled = state.busy || (button.dataset.to === "next-event" && !next);
  const lines = [...state.notices, ...(state.stumbled ? [say("stumbled")] : [])], sign = JSON.stringify([lines, say("claim")]);
  if (find("notices").dataset.sign === sign) return;
  find("notices").dataset.sign = sign;
  find("notices").replaceChildren(...lines.map((line) => element("p", {}, ...withLink(line, claim))));
}

// A one-time link is pressed, not copied.
function withLink(line, claim) {
  const link = line.match(/\bt\.me\/\w+\?start=([\w-]+)/);
  if (!link) return [line];
  return [element("span", {}, line), element("button.main", { type: "button", id: "claim", onclick: () => claim(link[1]) }, say("claim"))];
}

export const moveTo = (to) => act("clock", { to });

export function wireClock() {
  for (const button of document.querySelectorAll("#moves [data-to]")) button.onclick = () => { button.disabled = true; moveTo(button.dataset.to); };
  find("stop").onclick = () => moveTo("stop");
}
