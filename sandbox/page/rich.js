import { element } from "./dom.js";

const STYLES = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", spoiler: "mark",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

// Text with Telegram's entities; offsets are UTF-16 units, which is how this language counts too.
export function rich(text, entities = [], follow = {}) {
  const edges = new Set([0, text.length]);
  for (const one of entities) edges.add(one.offset).add(one.offset + one.length);
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((end, place) => {
    const start = cuts[place];
    const around = entities.filter((one) => one.offset <= start && one.offset + one.length >= end);
    return around.reduceRight((inner, one) => wrap(one, inner, text, follow), document.createTextNode(text.slice(start, end)));
  });
  return element("div.text", {}, ...pieces);
}

function wrap(entity, inner, text, follow) {
  if (STYLES[entity.type]) return element(STYLES[entity.type], {}, inner);
  const words = text.slice(entity.offset, entity.offset + entity.length);
  if (entity.type === "bot_command") return element("button.link", { type: "button", onclick: () => follow.command(words) }, inner);
  if (entity.type === "url" || entity.type === "text_link") return link(entity.url ?? words, inner, follow);
  return inner;
}

export function link(address, inner, follow) {
  const start = follow.start?.(address);
  if (start) return element("a", { href: address, onclick: (event) => { event.preventDefault(); start(); } }, inner);
  const safe = /^https?:/.test(address) ? address : "#";
  return element("a", { href: safe, target: "_blank", rel: "noopener noreferrer" }, inner);
}
