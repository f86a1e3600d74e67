import { complain, get, post, send } from "./api.js";
import { choose, chosenChat, drawChats } from "./chats.js";
import { duration } from "./render.js";
import { followTraffic, forgetTraffic } from "./traffic.js";
import { drawWorkers } from "./workers.js";

const PERIOD_MILLIS = 1000;
const latency = document.getElementById("latency");
let ahead = 0;
let offline = false;

const actions = {
  advance: ({ seconds }) => post("/sandbox/clock", { advance: seconds }),
  answer: ({ reservation, status }) => post(`/sandbox/reservations/${reservation}`, { status }),
  choose: ({ chat }) => choose(chat),
  disarm: () => send("DELETE", "/sandbox/faults"),
  reset: async () => {
    if (confirm(document.body.dataset.sure) && await post("/sandbox/reset")) {
      forgetTraffic();
    }
  },
};

document.addEventListener("click", async event => {
  const button = event.target.closest("button[data-action]");
  if (button) {
    await actions[button.dataset.action](button.dataset);
    refresh();
  }
});

document.addEventListener("change", async event => {
  if (event.target.dataset.action === "move") {
    const { worker } = event.target.closest("[data-worker]").dataset;
    await post(`/sandbox/workers/${worker}/activity`, { name: event.target.value });
    event.target.blur();
  } else if (event.target === latency) {
    await post("/sandbox/latency", { ms: latency.value });
  }
  refresh();
});

submit("customer", async form => {
  const arrived = await post("/sandbox/conversations", new FormData(form));
  if (arrived) {
    choose(arrived.conversation);
    form.reset();
  }
});

submit("reply", async form => {
  if (await post(`/sandbox/conversations/${chosenChat()}/messages`, new FormData(form))) {
    form.reset();
  }
});

submit("fault", form => post("/sandbox/faults", new FormData(form)));

function submit(id, act) {
  const form = document.getElementById(id);
  form.addEventListener("submit", async event => {
    event.preventDefault();
    await act(form);
    refresh();
  });
}

async function refresh() {
  try {
    const board = await get("/sandbox/board");
    drawClock(board);
    drawWorkers(board);
    await Promise.all([drawChats(board), followTraffic()]);
    if (offline) {
      complain("");
    }
    offline = false;
  } catch {
    offline = true;
    complain(document.body.dataset.offline);
  }
}

function drawClock(board) {
  ahead = Date.parse(board.now) - Date.now();
  document.getElementById("moved").hidden = board.offset === 0;
  document.getElementById("offset").textContent = duration(board.offset);
  if (document.activeElement !== latency) {
    latency.value = board.latency;
  }
  tick();
}

function tick() {
  const now = Date.now() + ahead;
  document.getElementById("now").textContent = new Date(now).toLocaleTimeString();
  for (const time of document.querySelectorAll("[data-since]")) {
    time.textContent = duration((now - Date.parse(time.dataset.since)) / 1000);
  }
}

async function poll() {
  if (!document.hidden) {
    await refresh();
  }
  setTimeout(poll, PERIOD_MILLIS);
}

poll();
