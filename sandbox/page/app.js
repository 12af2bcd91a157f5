import { wireClock, moveTo } from "./clock.js";
import { Desk } from "./desk.js";
import { element, find, icon, rove } from "./dom.js";
import { wireList } from "./list.js";
import { offerAt } from "./notes.js";
import { keep, kept } from "./store.js";
import { offerTour } from "./tour.js";
import { fillIn, say, switchLanguage } from "./words.js";

const THEMES = ["auto", "light", "dark"];
const desk = new Desk();

// The tools: on a wide page side by side, on a phone behind one button.
const TOOLS = [
  ["agenda", () => desk.panels.toggle("agenda")], ["others", () => desk.panels.toggle("others")], ["faults", () => desk.panels.toggle("faults")],
  ["tour", () => offerTour(desk.state())], ["help", () => desk.panels.toggle("help")], ["language", changeLanguage], ["theme", changeTheme],
];
const nameOf = (tool) => (tool === "tour" ? say("tourName") : tool === "theme" ? say(`theme${theme()[0].toUpperCase()}${theme().slice(1)}`) : say(tool));

function drawTools() {
  const before = document.activeElement?.dataset?.tool;
  find("tools").replaceChildren(...TOOLS.map(([tool, act], n) => {
    const panel = ["agenda", "others", "faults", "help"].includes(tool), small = ["help", "theme"].includes(tool);
    return element(`button.quiet${small ? ".icon" : ""}`, { type: "button", id: `tool-${tool}`, onclick: act, tabIndex: n ? -1 : 0, title: nameOf(tool), "aria-label": small ? nameOf(tool) : null, "data-tool": tool, "data-panel": panel ? tool : null, "aria-expanded": panel ? `${desk.panels.open === tool}` : null },
      icon(tool), small ? null : element("span", {}, nameOf(tool)), tool === "faults" ? element("b", { id: "faultcount" }) : null);
  }));
  if (before) find("tools").querySelector(`[data-tool="${before}"]`)?.focus();
}

function theme() { return kept("theme", "auto"); }
function changeTheme() {
  keep("theme", THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length]);
  dress();
  drawTools();
}
const dress = () => { document.documentElement.dataset.theme = theme(); };

function changeLanguage() {
  switchLanguage();
  fillIn();
  drawTools();
  if (desk.state()) desk.redraw();
}

// Keys that do not get into the way of writing: with Alt anywhere, the question mark where nothing is written.
const KEYS = {
  Digit1: () => to(0), Digit2: () => to(1), Digit3: () => to(2), KeyL: () => desk.list(), KeyW: () => desk.current.focus(), KeyN: () => moveTo("next-event"),
  KeyA: () => desk.panels.toggle("agenda"), KeyO: () => desk.panels.toggle("others"), KeyF: () => desk.panels.toggle("faults"), KeyT: () => offerTour(desk.state()),
};
function to(place) { desk.become(desk.panes[place]); desk.view("chat"); desk.panes[place].focus(); }

document.addEventListener("keydown", (event) => {
  const writing = event.target.matches("textarea, input, select");
  if (event.altKey && !event.ctrlKey && !event.metaKey && KEYS[event.code]) { event.preventDefault(); KEYS[event.code](); }
  else if (event.key === "?" && !writing) { event.preventDefault(); desk.panels.toggle("help"); }
  else if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) leave(event.target);
});
// Escape closes what lies nearest on top.
function leave(target) {
  if (find("panel").contains(target)) { const open = desk.panels.open; desk.panels.toggle(open); find(`tool-${open}`)?.focus(); }
  else if (document.body.dataset.view === "list") { desk.view("chat"); desk.current.focus(); }
}

find("toolsmenu").onclick = (event) => offerAt(event.currentTarget, TOOLS.map(([tool, act]) => [nameOf(tool), act, tool]), say("tools"));
find("curtain").onclick = () => desk.view("chat");
find("search").oninput = () => desk.state() && desk.draw();
rove(find("tools"), () => [...find("tools").children], { along: ["ArrowRight", "ArrowLeft"] });
new ResizeObserver(() => { for (const one of desk.panes) { if (one.log.atEnd) one.log.toEnd(); one.seen(); } }).observe(find("panes"));

// A browser keeps six connections to one place: a tab that nobody looks at must not hold one.
let events = null;
function listen() {
  events?.close();
  events = null;
  if (document.visibilityState !== "visible") return;
  events = new EventSource("/api/events");
  events.onmessage = () => desk.look();
  events.onerror = () => document.body.classList.add("offline");
}
document.addEventListener("visibilitychange", listen);
window.addEventListener("pagehide", () => events?.close());
window.addEventListener("pageshow", listen);

// The first words are drawn when the typeface is there: a browser may keep the boxes that it drew before.
await document.fonts.load('1em "Page SC"', "督").catch(() => {});
dress();
fillIn();
drawTools();
wireClock();
wireList();
find("toolsmenu").append(icon("menu"));
find("stop").prepend(icon("close"));
desk.look();
