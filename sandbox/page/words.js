import * as en from "./en.js";
import { keep, kept } from "./store.js";
import * as zh from "./zh.js";

const BOOKS = { zh, en };
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

let language = kept("language") === "en" ? "en" : "zh";
const book = () => BOOKS[language];

export const say = (name, filled = {}) =>
  book().WORDS[name].replace(/\{(\w+)\}/g, (whole, key) => filled[key] ?? whole);
export const role = (name) => book().ROLES[name] ?? name;
export const refusal = (text) => book().REFUSALS[text] ?? text;
export const spoken = () => language;
// Of a sentence that comes in every language.
export const told = (sentences) => sentences[language] ?? "";

export function switchLanguage() {
  language = language === "zh" ? "en" : "zh";
  keep("language", language);
}

export function fillIn(within = document) {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = say("title");
  for (const one of within.querySelectorAll("[data-word]")) one.textContent = say(one.dataset.word);
  for (const one of within.querySelectorAll("[data-label]")) {
    one.setAttribute("aria-label", say(one.dataset.label));
    if (one.tagName === "BUTTON") one.title = say(one.dataset.label);
  }
}

// The court's time, wherever the browser is: the server says by how much it differs from UTC.
let shift = 8 * 3600;
export function keepZone(iso) {
  const [, sign, hours, minutes] = iso.match(/([+-])(\d\d):(\d\d)$/) ?? [, "+", "08", "00"];
  shift = (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
const local = (seconds) => new Date((seconds + shift) * 1000);
export const seconds = (iso) => Date.parse(iso) / 1000;
export const day = (at) => local(at).toISOString().slice(0, 10);
export const clock = (at) => local(at).toISOString().slice(11, 16);
export function date(at, { year = true, weekday = true } = {}) {
  const moment = local(at), month = moment.getUTCMonth(), dayOfMonth = moment.getUTCDate();
  const name = weekday ? book().WEEKDAYS[moment.getUTCDay()] : "";
  if (language === "zh") return `${year ? `${moment.getUTCFullYear()}年` : ""}${month + 1}月${dayOfMonth}日${name && ` ${name}`}`;
  return `${name && `${name}, `}${dayOfMonth} ${MONTHS[month]}${year ? ` ${moment.getUTCFullYear()}` : ""}`;
}
