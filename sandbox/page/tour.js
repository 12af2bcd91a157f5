import { act } from "./api.js";
import { moveTo } from "./clock.js";
import { element, find, icon } from "./dom.js";
import { choose } from "./notes.js";
import { keep, kept } from "./store.js";
import { say, told } from "./words.js";

const WORDS = { "next-event": "nextEvent", "next-monday": "nextMonday" };
let drawn = "";

// One step at a time; the next one opens when what has happened shows that this one was done.
export function showTour(state, desk) {
  const card = find("tour"), steps = state.tour;
  if (!steps.length) {
    if (!state.busy) { card.hidden = true; drawn = ""; }
    return;
  }
  if (kept("arrange")) { keep("arrange", null); desk.arrange(); }
  const undone = steps.findIndex((one) => !one.done), furthest = undone < 0 ? steps.length - 1 : undone;
  const here = Math.min(kept("step", 0), furthest), step = steps[here], ended = undone < 0 && here === steps.length - 1;
  const sign = JSON.stringify([steps, here, say("tourName"), state.busy]);
  if (sign === drawn) return;
  drawn = sign;
  const focused = document.activeElement?.dataset?.tour;
  const button = (name, look, onclick, disabled = false) => element(`button${look}`, { type: "button", onclick, disabled, "data-tour": name }, say(name));
  const next = () => { keep("step", here + 1); show(steps[here + 1], desk); drawn = ""; showTour(state, desk); find("tour").querySelector("h2").focus(); };
  card.hidden = false;
  card.setAttribute("aria-label", say("tourName"));
  card.replaceChildren(
    element("ol.dots", { "aria-hidden": "true" }, ...steps.map((one, n) => element(`li${one.done ? ".done" : ""}${n === here ? ".here" : ""}`, {}, one.done ? icon("done") : `${n + 1}`))),
    element("div.words", {}, element("h2", { tabIndex: -1 }, element("small", {}, say("tourStep", { n: here + 1, all: steps.length })), ` ${told(step.title)}`),
      element("p", {}, ended ? say("tourEnd") : told(step.text)), element(`p.state${step.done ? ".done" : ""}`, { role: "status" }, ended ? "" : say(step.done ? "tourDone" : "tourNotYet"))),
    element("div.deeds", {}, step.done ? null : button("tourThere", "", () => show(step, desk)),
      step.clock && !step.done ? button(WORDS[step.clock], "", () => moveTo(step.clock), state.busy) : null,
      ended ? null : button("tourNext", ".main", next, !step.done), button("tourLeave", ended ? ".main" : ".quiet", () => leave(), state.busy)));
  if (focused) (card.querySelector(`[data-tour="${focused}"]:not(:disabled)`) ?? card.querySelector("h2")).focus();
}

function show(step, desk) {
  desk.show(step.person, step.chat);
}

async function leave() {
  keep("step", null);
  await act("tour", { do: "leave" });
}

export async function offerTour(state) {
  if (state.tour.length) return find("tour").querySelector("h2")?.focus();
  if (!await choose(say("tourWhat"), [[say("tourBegin"), true, "main"], [say("cancel"), null, "quiet"]])) return;
  keep("step", null);
  keep("arrange", true);
  await act("tour", { do: "begin" });
}
