import { element, find, icon, rove } from "./dom.js";
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
    const box = element(`div.${shape}`, {}, ...buttons);
    rove(box, () => buttons);
    sheet.replaceChildren(...[text && element("p", { id: "asked" }, text), input, box].filter(Boolean));
    sheet.setAttribute("aria-label", text || say("more"));
    sheet.onclose = () => resolve(chosen);
    sheet.onclick = (event) => { if (event.target === sheet) sheet.close(); };
    if (input) input.onkeydown = (event) => { if (event.key === "Enter") { event.preventDefault(); done(input.value); } };
    sheet.showModal();
  });
}

export const confirmed = (text) => choose(text, [[say("confirm"), true, "main"], [say("cancel"), null, "quiet"]]);
export const asked = (text) => choose(text, [[say("confirm"), true, "main"], [say("cancel"), null, "quiet"]], true);
export const alerted = (text) => choose(text, [[say("close"), null, "main"]]);

// Pictures of one message, large: each is [address, alternative text].
export function enlarge(pictures, first) {
  const viewer = find("viewer");
  let here = first;
  const image = element("img", {});
  const turn = (by) => { here = (here + by + pictures.length) % pictures.length; [image.src, image.alt] = pictures[here]; };
  const button = (word, look, onclick) => element(`button.quiet.icon.${word}`, { type: "button", title: say(word), "aria-label": say(word), onclick }, icon(look));
  const several = pictures.length > 1;
  viewer.replaceChildren(image, ...(several ? [button("previous", "back", () => turn(-1)), button("next", "back", () => turn(1))] : []), button("close", "close", () => viewer.close()));
  viewer.setAttribute("aria-label", say("photo"));
  viewer.onclick = (event) => { if (event.target === viewer || event.target === image) viewer.close(); };
  viewer.onkeydown = (event) => { if (several && event.key.startsWith("Arrow")) turn(event.key === "ArrowLeft" ? -1 : 1); };
  turn(0);
  viewer.showModal();
}

// A menu at a place: [label, act, icon?]; keys move in it, Escape leaves it, and the focus goes back.
export function offer(entries, { x, y, label }) {
  const before = document.activeElement, box = element("div", { id: "offer", role: "menu", "aria-label": label ?? say("more") });
  find("offer")?.remove();
  const leave = () => { box.remove(); document.removeEventListener("pointerdown", outside, true); };
  const outside = (event) => { if (!box.contains(event.target)) leave(); };
  const back = () => { leave(); before?.focus?.({ preventScroll: true }); };
  const items = entries.map(([text, act, drawn]) =>
    element("button", { type: "button", role: "menuitem", tabIndex: -1, onclick: () => { back(); act(); } }, drawn ? icon(drawn) : null, element("span", {}, text)));
  box.append(...items);
  rove(box, () => items);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key === "Tab") { event.preventDefault(); event.stopPropagation(); back(); }
  });
  document.body.append(box);
  const { width, height } = box.getBoundingClientRect();
  box.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  box.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
  document.addEventListener("pointerdown", outside, true);
  items[0]?.focus();
}

export function offerAt(button, entries, label) {
  const { left, bottom } = button.getBoundingClientRect();
  offer(entries, { x: left, y: bottom + 4, label });
}
