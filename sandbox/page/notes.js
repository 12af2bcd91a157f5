import { element, find } from "./dom.js";
import { say } from "./words.js";

const SHOWN_FOR = 5000;

// What the bot answers to a press, and what was refused.
export function toast(text, grave = false) {
  const shown = element(grave ? "p.grave" : "p", {}, text);
  find("toasts").append(shown);
  setTimeout(() => shown.remove(), SHOWN_FOR);
}

// A box with buttons; resolves to the value of the one pressed, null when it is left.
export function choose(text, choices, field = null, shape = "choices") {
  const sheet = find("sheet");
  return new Promise((resolve) => {
    let chosen = null;
    const done = (value) => { chosen = value; sheet.close(); };
    const input = field && element("input", { value: "", "aria-label": text, maxLength: 60 });
    const buttons = choices.map(([label, value, look]) =>
      element(`button${look ? `.${look}` : ""}`, { type: "button", onclick: () => done(field && value ? input.value : value) }, label));
    sheet.replaceChildren(...[text && element("p", {}, text), input, element(`div.${shape}`, {}, ...buttons)].filter(Boolean));
    sheet.onclose = () => resolve(chosen);
    sheet.onclick = (event) => { if (event.target === sheet) sheet.close(); };
    if (input) input.onkeydown = (event) => { if (event.key === "Enter") { event.preventDefault(); done(input.value); } };
    sheet.showModal();
  });
}

export const confirmed = (text) => choose(text, [[say("confirm"), true, "main"], [say("cancel"), null, "quiet"]]);
export const asked = (text) => choose(text, [[say("confirm"), true, "main"], [say("cancel"), null, "quiet"]], true);
export const alerted = (text) => choose(text, [[say("close"), null, "main"]]);

export function enlarge(address, alt) {
  const viewer = find("viewer"), image = viewer.querySelector("img");
  image.src = address;
  image.alt = alt;
  viewer.onclick = () => viewer.close();
  viewer.showModal();
}
