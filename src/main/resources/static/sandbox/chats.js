import { get } from "./api.js";
import { changed, copy, show } from "./render.js";

const list = document.getElementById("chats");
const messages = document.getElementById("messages");
const reply = document.getElementById("reply");
let chosen;

export function chosenChat() {
  return chosen;
}

export function choose(sid) {
  chosen = sid;
}

export async function drawChats(board) {
  if (changed("chats", [board.chats, chosen])) {
    show(list, board.chats.map(item));
    await drawChat(board.chats.find(chat => chat.sid === chosen));
  }
}

function item(chat) {
  const agents = chat.agents.join(", ") || list.dataset.alone;
  const element = copy("chat-item", { ...chat, agents });
  element.dataset.chat = chat.sid;
  element.dataset.key = chat.sid;
  element.setAttribute("aria-pressed", chat.sid === chosen);
  return element;
}

async function drawChat(chat) {
  document.getElementById("chat").hidden = !chat;
  document.getElementById("no-chat").hidden = !!chat;
  if (!chat) {
    return;
  }
  const closed = chat.state === "closed";
  document.getElementById("chat-title").textContent = chat.customer;
  document.getElementById("chat-closed").hidden = !closed;
  reply.hidden = closed;
  const all = await get(`/sandbox/conversations/${chat.sid}/messages`);
  if (chat.sid === chosen && changed("messages", all)) {
    messages.replaceChildren(...all.map(message));
    messages.scrollTop = messages.scrollHeight;
  }
}

function message(one) {
  const element = copy("message", { ...one, at: new Date(one.at).toLocaleTimeString() });
  element.classList.toggle("message--customer", one.customer);
  return element;
}
