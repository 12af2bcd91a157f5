import { act } from "./api.js";
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

// What a person can do to the chat he is in.
export async function offerDeeds(state, person, chat, pick) {
  const offers = chat.id > 0
    ? [person.blocked ? ["unblock", "unblock"] : ["block", "block"]]
    : [inside(chat) ? ["removeBot", "remove-bot"] : ["addBot", "add-bot"], ...(chat.bot === "member" ? [["promoteBot", "promote-bot"]] : []),
       ["invite", "invite"], ...(chat.type === "group" ? [["upgrade", "upgrade"]] : []), ["leave", "leave"]];
  const chosen = await choose("", [...offers, ["newGroup", "new-group"]].map(([word, deed]) => [say(word), deed, "quiet"]));
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
  if (deed !== "invite") return {};
  const whom = await choose(say("whom"), state.people.map((one) => [one.name, one.id, "quiet"]));
  return whom ? { whom } : null;
}
