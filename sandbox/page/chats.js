import { act } from "./api.js";
import { summary } from "./bubble.js";
import { element, find } from "./dom.js";
import { asked, choose } from "./notes.js";
import { say } from "./words.js";

const inside = (chat) => ["member", "administrator"].includes(chat.bot);
const count = (chat) => say("members", { n: chat.members + (inside(chat) ? 1 : 0) });
const title = (chat, state) => (chat.id > 0 ? state.bot.first_name : chat.title);

// Who one is, and one's chats as tabs.
export function showChats(state, person, chat, pick) {
  find("me").textContent = person?.name ?? "";
  const tabs = state.chats.map((one) => {
    const badge = one.unread && one.id !== chat?.id ? element("span.unread", {}, one.unread > 99 ? "99+" : `${one.unread}`) : null;
    const made = element("button", { type: "button", role: "tab", onclick: () => pick(one.id), "aria-selected": `${one.id === chat?.id}` },
      element("span", {}, title(one, state)), element("small", {}, one.id > 0 ? say("private") : count(one)), badge);
    return made;
  });
  find("chats").replaceChildren(...tabs);
}

// The message on top of a chat: pressed it is gone to, crossed out it is unpinned.
export function showPinned(chat, hands) {
  const bar = find("pinned"), message = chat?.pinned;
  bar.hidden = !message;
  if (!message) return bar.replaceChildren();
  const off = element("button.quiet.icon", { type: "button", title: say("unpin"), "aria-label": say("unpin"), onclick: () => hands.unpin(message) }, "×");
  bar.replaceChildren(element("button.quote", { type: "button", onclick: () => hands.jump(message.message_id) },
    element("b", {}, say("onTop")), element("span", {}, summary(message))), off);
}

// Into which of his chats; null where he thinks better of it.
export const whereTo = (state) => choose(say("whereTo"), state.chats.map((one) => [title(one, state), one.id, "quiet"]));

// What a person can do to the chat he is in.
export async function offerDeeds(state, person, chat, pick) {
  const offers = chat.id > 0
    ? [person.blocked ? ["unblock", "unblock"] : ["block", "block"]]
    : [inside(chat) ? ["removeBot", "remove-bot"] : ["addBot", "add-bot"], ...(chat.bot === "member" ? [["promoteBot", "promote-bot"]] : []),
       ["invite", "invite"], ...(chat.type === "group" ? [["upgrade", "upgrade"]] : []), ["leave", "leave"]];
  const join = state.elsewhere.length ? [["join", "join"]] : [];
  const chosen = await choose("", [...offers, ["newGroup", "new-group"], ...join].map(([word, deed]) => [say(word), deed, "quiet"]));
  if (!chosen) return;
  const more = await details(chosen, state);
  if (!more) return;
  const done = await act("act", { act: chosen, person: person.id, chat: chat.id, ...more });
  if (done) pick(chosen === "leave" ? person.id : done.chat || person.id);
}

async function details(deed, state) {
  if (deed === "new-group") {
    const name = await asked(say("groupTitle"));
    return name ? { title: name } : null;
  }
  if (deed === "join") {
    const group = await choose(say("which"), state.elsewhere.map((one) => [one.title, one.id, "quiet"]));
    return group ? { chat: group } : null;
  }
  if (deed !== "invite") return {};
  const whom = await choose(say("whom"), state.people.map((one) => [one.name, one.id, "quiet"]));
  return whom ? { whom } : null;
}
