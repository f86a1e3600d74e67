import { get } from "./api.js";
import { changed, copy, show } from "./render.js";

const MOST = 120;
const changesOnly = document.getElementById("changes-only");
const faults = document.getElementById("faults");
let called = new Map();
let sent = new Map();

changesOnly.addEventListener("change", draw);

export async function followTraffic() {
  const [requests, webhooks, armed] = await Promise.all([
    get(`/sandbox/requests?since=${settled(called)}`),
    get(`/sandbox/webhooks?since=${last(sent)}`),
    get("/sandbox/faults"),
  ]);
  requests.forEach(entry => called.set(entry.seq, entry));
  webhooks.forEach(entry => sent.set(entry.seq, entry));
  if (requests.length || webhooks.length) {
    draw();
  }
  if (changed("faults", armed)) {
    drawFaults(armed);
  }
}

/** Numbers go on after a reset, entries do not. */
export function forgetTraffic() {
  called = new Map([...called].slice(-1));
  sent = new Map([...sent].slice(-1));
}

function last(entries) {
  return Math.max(0, ...entries.keys());
}

/** A call that is still being answered is asked for again. */
function settled(entries) {
  const underway = [...entries.values()].filter(entry => entry.millis === null).map(entry => entry.seq);
  return underway.length ? Math.min(...underway) - 1 : last(entries);
}

function draw() {
  trim(called);
  trim(sent);
  const calls = [...called.values()].filter(entry => !changesOnly.checked || entry.method !== "GET");
  fill("called", calls.slice(-MOST).reverse().map(call));
  fill("sent", [...sent.values()].slice(-MOST).reverse().map(webhook));
}

/** Enough is kept for a while of polling between two changes. */
function trim(entries) {
  for (const seq of [...entries.keys()].slice(0, -3000)) {
    entries.delete(seq);
  }
}

function fill(id, elements) {
  const container = document.getElementById(id);
  const unfolded = new Set([...container.querySelectorAll("[open]")].map(entry => entry.dataset.seq));
  elements.forEach(element => element.open = unfolded.has(element.dataset.seq));
  show(container, elements.length ? elements : [container.dataset.none]);
}

function call(entry) {
  const status = entry.status ?? (entry.millis === null ? "…" : "cut");
  return line(entry, status, `${entry.method} ${entry.path}`, entry.millis === null ? "" : `${entry.millis} ms`,
    { ...entry.query, ...entry.form }, entry.millis !== null && !(entry.status < 400));
}

function webhook(entry) {
  return line(entry, entry.answer, entry.event, entry.url, entry.form, !/^2/.test(entry.answer));
}

function line(entry, status, text, note, detail, bad) {
  const element = copy("entry", { status, line: text, note, detail: JSON.stringify(detail, null, 2) });
  element.dataset.seq = entry.seq;
  element.firstElementChild.dataset.key = `entry-${text}-${entry.seq}`;
  element.classList.toggle("entry--bad", bad);
  return element;
}

function drawFaults(armed) {
  const lines = armed.map(fault => `${fault.method} ${fault.path} → ${fault.kind} × ${fault.times}`);
  faults.replaceChildren(...(lines.length ? lines : [faults.dataset.none]).map(text => {
    const element = document.createElement("li");
    element.textContent = text;
    return element;
  }));
}
