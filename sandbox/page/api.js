import { refusal, say } from "./words.js";
import { toast } from "./notes.js";

async function read(response) {
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  throw new Error(answer.error ?? `${response.status}`);
}

export async function ask(what, params = {}) {
  return read(await fetch(`/api/${what}?${new URLSearchParams(params)}`));
}

// Does something; a refusal is shown and comes back as null.
export async function act(what, body) {
  try {
    const form = body instanceof FormData;
    const headers = form ? {} : { "Content-Type": "application/json" };
    return await read(await fetch(`/api/${what}`, { method: "POST", headers, body: form ? body : JSON.stringify(body) }));
  } catch (error) {
    toast(error instanceof TypeError ? say("offline") : refusal(error.message), true);
    return null;
  }
}

export const fileAddress = (id) => `/api/file/${encodeURIComponent(id)}`;
