import { act } from "./api.js";
import { author, summary } from "./bubble.js";
import { element, icon } from "./dom.js";
import { offerAt, toast } from "./notes.js";
import { keep, kept } from "./store.js";
import { say, spoken } from "./words.js";

const LARGEST = 50 << 20;
const TALLEST = 180;
const PICTURE = /^image\/(png|jpeg|gif)$/;

// Where one writes. A draft, and what it answers or changes, is remembered by person and chat.
export class Composer {
  constructor(form, hands) {
    this.form = form;
    this.hands = hands; // message(number), command(text), lastOwn()
    this.place = null; // { person, chat, commands, started, blocked, bot }
    this.attached = null; // { files, photo, addresses }: several go as an album
    this.drawn = "";
    form.onsubmit = (event) => { event.preventDefault(); this.send(); };
  }

  get name() { return `draft.${this.place.person}/${this.place.chat}`; }
  get draft() { return kept(this.name, {}); }
  set draft(value) { keep(this.name, value.text || value.reply || value.edit ? value : null); }
  get input() { return this.form.querySelector("textarea"); }

  // Draws anew only when it must, so that nobody loses what he is typing.
  show(place) {
    if (this.place && (this.place.person !== place.person || this.place.chat !== place.chat)) this.release();
    this.place = place;
    const sign = JSON.stringify([place, spoken(), Boolean(this.about()), kept(`${this.name}`, {}).reply, kept(this.name, {}).edit]);
    if (sign === this.drawn) return;
    this.drawn = sign;
    this.draw();
  }

  forget() { this.release(); this.place = null; this.drawn = ""; this.form.replaceChildren(); }
  focus() { (this.input ?? this.form.querySelector("button"))?.focus(); }

  reply(message) { this.draft = { ...this.draft, edit: undefined, reply: message.message_id }; this.draw(); this.focus(); }
  edit(message) { this.draft = { text: message.text ?? message.caption ?? "", edit: message.message_id }; this.draw(); this.focus(); }

  // The message that is answered or changed, as far as it is still there.
  about() {
    const { reply, edit } = this.draft;
    return this.hands.message(edit ?? reply);
  }

  draw() {
    const place = this.place, again = document.activeElement && this.form.contains(document.activeElement);
    if (place.chat > 0 && place.blocked) this.form.replaceChildren(element("p", {}, say("blocked")), this.wide("unblock", () => act("act", { act: "unblock", person: place.person })));
    else if (place.chat > 0 && !place.started) this.form.replaceChildren(this.wide("start", () => this.hands.command("/start")));
    else { this.form.replaceChildren(...[this.bar(), this.line()].filter(Boolean)); this.grow(); }
    if (again) this.focus();
  }

  wide(word, onclick) { return element("button.main.wide", { type: "button", onclick }, say(word)); }

  bar() {
    const drop = this.icon("cancel", "close", () => this.cancel());
    if (this.attached) {
      const { files, addresses, photo } = this.attached, name = files.length > 1 ? say("files", { n: files.length }) : files[0].name;
      const check = element("input", { type: "checkbox", checked: photo, onchange: (event) => { this.attached.photo = event.target.checked; } });
      return element("div.bar", {}, element("div.previews", {}, ...addresses.map((one) => element("img", { src: one, alt: "" }))),
        element("span", { title: files.map((one) => one.name).join("\n") }, name), addresses.length ? element("label", {}, check, say("asPhoto")) : null, drop);
    }
    const message = this.about();
    if (!message) return null;
    const title = this.draft.edit ? say("editing") : `${say("replyTo")} ${author(message)}`;
    return element("div.bar", {}, element("span", {}, element("b", {}, title), summary(message)), drop);
  }

  line() {
    const file = element("input", { type: "file", multiple: true, hidden: true, "aria-label": say("attach"), onchange: () => this.attach([...file.files]) });
    const text = element("textarea", { rows: 1, placeholder: say("write"), "aria-label": say("write"), value: this.draft.text ?? "" });
    text.oninput = () => { this.draft = { ...this.draft, text: text.value }; this.grow(); };
    text.onkeydown = (event) => this.typed(event);
    text.onpaste = (event) => this.attach([...event.clipboardData.files]);
    const commands = this.place.commands.length ? this.icon("commands", "command", (event) => this.offerCommands(event.currentTarget)) : null;
    const send = element("button.main.icon.send", { title: say("send"), "aria-label": say("send") }, icon("send"));
    return element("div.line", {}, commands, this.icon("attach", "attach", () => file.click()), file, text, send);
  }

  icon(word, drawn, onclick) { return element("button.quiet.icon", { type: "button", title: say(word), "aria-label": say(word), onclick }, icon(drawn)); }

  typed(event) {
    if (event.key === "Escape" && (this.attached || this.about())) { event.stopPropagation(); return this.cancel(); }
    if (event.key === "ArrowUp" && !event.target.value) {
      const own = this.hands.lastOwn();
      if (own) { event.preventDefault(); this.edit(own); }
    }
    // An input method uses Enter to choose a word.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  grow() {
    const text = this.input;
    if (!text) return;
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight + 2, TALLEST)}px`;
    this.hands.grew?.();
  }

  // Files of other kinds among them make all of them documents: an album is of one sort.
  attach(files) {
    if (!files.length || !this.input) return;
    if (files.reduce((sum, one) => sum + one.size, 0) > LARGEST) return toast(say("tooLarge"), true);
    this.release();
    const photo = files.every((one) => PICTURE.test(one.type));
    this.attached = { files, photo, addresses: photo ? files.map((one) => URL.createObjectURL(one)) : [] };
    this.draw();
    this.focus();
  }

  release() {
    this.attached?.addresses.forEach((one) => URL.revokeObjectURL(one));
    this.attached = null;
  }

  cancel() {
    const { text, edit } = this.draft;
    this.draft = this.attached || !edit ? { text } : {};
    this.release();
    this.draw();
    this.focus();
  }

  offerCommands(button) {
    const { commands, chat, bot } = this.place;
    offerAt(button, commands.map((one) => [`/${one.command}  ${one.description}`, () => this.hands.command(`/${one.command}${chat < 0 ? `@${bot}` : ""}`)]), say("commands"));
  }

  async send() {
    const { person, chat } = this.place, where = { person, chat }, { reply = null, edit } = this.draft, text = (this.input?.value ?? "").trim();
    if (!text && !this.attached) return;
    const name = this.name;
    const done = this.attached ? await this.upload(where, text, reply)
      : edit ? await act("edit", { ...where, message_id: edit, text })
      : await act("say", { ...where, text, reply_to: reply });
    if (!done) return;
    keep(name, null);
    this.release();
    if (this.place?.person !== person || this.place.chat !== chat) return;
    this.draw();
    this.hands.said();
  }

  upload(where, text, reply) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...where, caption: text, photo: this.attached.photo ? "1" : "0", reply_to: reply ?? 0 })) form.append(name, value);
    for (const file of this.attached.files) form.append("file", file, file.name);
    return act("upload", form);
  }
}
