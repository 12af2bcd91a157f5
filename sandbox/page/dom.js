// element("button.quiet", { onclick }, "text", child …)
export function element(kind, properties = {}, ...children) {
  const [tag, ...classes] = kind.split(".");
  const made = document.createElement(tag);
  if (classes.length) made.className = classes.join(" ");
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name.includes("-") || name === "role") made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== "" && child !== false));
  return made;
}

export const find = (id) => document.getElementById(id);

const SVG = "http://www.w3.org/2000/svg";
const DRAWN = {
  back: "M15 5l-7 7 7 7", close: "M6 6l12 12M18 6L6 18", more: "M12 5v.01M12 12v.01M12 19v.01", swap: "M7 4L3 8l4 4M3 8h13M17 20l4-4-4-4M21 16H8",
  send: "M4 12l16-8-5 16-3.5-6.5zM11.5 13.5L20 4", attach: "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4L14.5 7",
  command: "M15 4L9 20", down: "M12 4v13M6 12l6 6 6-6", file: "M12 4v12M7 11l5 5 5-5M5 20h14", tick: "M4 13l5 5L20 7", ticks: "M1 13l5 5L16 7M11 17l1 1L23 7",
  agenda: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4", others: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-4 3-6 7-6s7 2 7 6M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500c2.500.700 4 2.500 4 5.500",
  faults: "M13 2L5 14h6l-1 8 9-13h-6z", tour: "M5 21V4h13l-3 4.500L18 13H5", help: "M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 18v.01", theme: "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
  language: "M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18", menu: "M4 7h16M4 12h16M4 17h16", done: "M4 13l5 5L20 7", pin: "M9 3h6l-1 7 3 3H7l3-3zM12 13v8",
};

// A drawing beside a label, or on a button that has an aria-label.
export function icon(name) {
  const made = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("aria-hidden", "true");
  made.setAttribute("class", `icon-${name}`);
  path.setAttribute("d", DRAWN[name]);
  made.append(path);
  return made;
}

// Keys move among the things of one kind inside a box, of which one alone is reached by Tab.
export function rove(box, items, { along = ["ArrowDown", "ArrowUp"], pick = (one) => one.focus() } = {}) {
  box.addEventListener("keydown", (event) => {
    const all = items(), here = all.indexOf(document.activeElement);
    if (here < 0) return;
    const to = { [along[0]]: here + 1, [along[1]]: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    pick(all[Math.max(0, Math.min(all.length - 1, to))]);
  });
}
