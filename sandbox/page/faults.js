import { act } from "./api.js";
import { element } from "./dom.js";
import { keep, kept } from "./store.js";
import { clock, say, seconds } from "./words.js";

const KINDS = [["429", "fault429"], ["500", "fault500"], ["lost", "faultLost"], ["lost-after", "faultLostAfter"], ["timeout", "faultTimeout"]];
// As the server calls what is to come, and what has come.
const NAMES = { 429: "fault429", 500: "fault500", "reset-before": "faultLost", "reset-after": "faultLostAfter", "hang-after": "faultTimeout" };
const nameOf = (kind) => (NAMES[kind] ? say(NAMES[kind]) : kind);

// Buttons that let things go wrong, and what still is to go wrong.
export function faultTools(waiting, changed) {
  const times = element("select", { id: "times", "data-keep": "times", onchange: () => keep("times", times.value) }, ...["1", "2", "3", "5", "10"].map((n) => element("option", { value: n, selected: n === kept("times", "3") }, n)));
  const add = async (kind) => { await act("fault", { kind, times: Number(times.value) }); changed(); };
  const buttons = KINDS.map(([kind, word]) => element("button", { type: "button", "data-keep": kind, onclick: () => add(kind) }, say(word)));
  const coming = waiting.length ? say("toCome", { what: waiting.map((one) => `${nameOf(one.kind)} × ${one.left}`).join("、") }) : say("noneToCome");
  return [element("p", {}, say("faultsWhat")), element("div.inline", {}, element("label", { htmlFor: "times" }, say("times")), times), element("div.kinds", {}, ...buttons),
    element("p.coming", { role: "status" }, coming), waiting.length ? element("button.quiet", { type: "button", "data-keep": "none", onclick: () => add("none") }, say("faultsClear")) : element("p.soft", {}, say("tryIt"))];
}

// What became of each message: every try, and whether it arrived.
export function deliveries(told) {
  const queue = told.queue ?? {}, parts = [["pending", "waitingN"], ["sending", "sendingN"], ["unknown", "unknownN"], ["dead", "deadN"]];
  const counts = parts.map(([state, word]) => element("li", {}, say(word, { n: queue[state] ?? 0 })));
  const rows = (told.deliveries ?? []).map((one) => delivery(one, (queue.chats ?? []).includes(one.chat)));
  return [element("h3", {}, say("queue")), element("ul.counts", {}, ...counts), element("h3", {}, say("deliveries")),
    element("p.tally", { role: "status" }, say("tally", { troubled: told.troubled ?? 0, twice: told.twice ?? 0 })), element("ol.deliveries", {}, ...rows)];
}

function delivery(one, pending) {
  const tries = one.tries.map((attempt, n) => {
    const good = attempt.ok && !attempt.fault;
    return element(`li.${good ? "good" : "bad"}`, {}, `${say("tryN", { n: n + 1 })} ${clock(seconds(attempt.at))} `, element("b", {}, good ? say("arrived") : nameOf(attempt.fault ?? attempt.refused)));
  });
  const fate = one.arrived > 1 && one.marked ? ["markedTwice", "wait"] : one.arrived > 1 ? ["twice", "bad"] : one.arrived && one.tries.length > 1 ? ["arrivedAfter", "good"] : one.arrived ? ["arrived", "good"] : pending ? ["again", "wait"] : ["unsure", "wait"];
  return element("li", {}, element("p.what", {}, element("b", {}, one.to), " ", one.text.split("\n")[0]), one.tries.length > 1 || !one.arrived ? element("ol.tries", {}, ...tries) : null,
    element(`p.fate.${fate[1]}`, {}, say(fate[0], { n: one.tries.length })));
}
