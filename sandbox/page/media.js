import { fileAddress } from "./api.js";
import { element, icon } from "./dom.js";
import { enlarge } from "./notes.js";
import { say } from "./words.js";

const UNITS = ["B", "KB", "MB", "GB"];

function size(bytes) {
  let place = 0, left = bytes;
  while (left >= 1024 && place < UNITS.length - 1) { left /= 1024; place += 1; }
  return `${place && left < 10 ? left.toFixed(1) : Math.round(left)} ${UNITS[place]}`;
}

// One photo, or those of an album side by side.
export function photos(messages) {
  const all = messages.filter((one) => one.photo);
  if (!all.length) return null;
  const pictures = all.map((one) => [fileAddress(one.photo.at(-1).file_id), one.caption ?? say("photo")]);
  const shown = all.map((one, place) => {
    const { width, height } = one.photo.at(-1), [src, alt] = pictures[place];
    const image = element("img", { src, alt, loading: "lazy", width, height });
    return element("button.photo", { type: "button", "aria-label": `${say("enlarge")} ${all.length > 1 ? place + 1 : ""}`.trim(), onclick: () => enlarge(pictures, place) }, image);
  });
  return element(`div.photos.of${Math.min(all.length, 4)}`, {}, ...shown);
}

export function documents(messages) {
  return messages.filter((one) => one.document).map(({ document: file }) =>
    element("a.document", { href: fileAddress(file.file_id), download: file.file_name, title: say("download", { name: file.file_name }) },
      element("span.sign", {}, icon("file")), element("span", {}, element("b", {}, file.file_name), element("small", {}, size(file.file_size)))));
}
