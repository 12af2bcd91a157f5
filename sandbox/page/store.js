// What is remembered over a reload: language, open chats, drafts. A tab remembers its own, a new one what was last kept.
const OURS = "duban.";

export function kept(name, otherwise = null) {
  try { return JSON.parse(sessionStorage.getItem(OURS + name) ?? localStorage.getItem(OURS + name)) ?? otherwise; } catch { return otherwise; }
}

export function keep(name, value) {
  const gone = value === null || value === undefined || value === "";
  for (const store of [sessionStorage, localStorage]) {
    try { gone ? store.removeItem(OURS + name) : store.setItem(OURS + name, JSON.stringify(value)); } catch { /* full or forbidden: remembered until the page is left */ }
  }
}
