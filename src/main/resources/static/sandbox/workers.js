import { changed, copy, show } from "./render.js";

const container = document.getElementById("workers");
const filter = document.getElementById("worker-filter");
const forWorker = document.getElementById("customer-worker");
const open = new Set();
let board;

filter.addEventListener("input", () => draw());

export function drawWorkers(latest) {
  board = latest;
  const select = document.activeElement?.matches("#workers select");
  if (!select && changed("workers", board.workers)) {
    draw();
  }
  if (changed("names", board.workers.map(worker => worker.name))) {
    forWorker.replaceChildren(forWorker.options[0], ...board.workers.map(worker => new Option(worker.name, worker.sid)));
  }
}

function draw() {
  const found = board.workers.filter(worker =>
    `${worker.name} ${worker.department}`.toLowerCase().includes(filter.value.toLowerCase()));
  const busy = worker => worker.offers.length + worker.tasks.length > 0;
  show(container, [
    group("signIn", found.filter(worker => worker.signsIn), false),
    group("busy", found.filter(worker => !worker.signsIn && busy(worker)), false),
    group("rest", found.filter(worker => !worker.signsIn && !busy(worker)), true),
  ].filter(Boolean));
}

function group(name, workers, folds) {
  if (!workers.length) {
    return undefined;
  }
  const element = document.createElement(folds ? "details" : "section");
  element.className = "group";
  const title = document.createElement(folds ? "summary" : "h3");
  title.textContent = `${container.dataset[name]} (${workers.length})`;
  title.dataset.key = `group-${name}`;
  element.append(title, ...workers.map(card));
  if (folds) {
    element.open = open.has(name) || filter.value !== "";
    element.addEventListener("toggle", () => element.open ? open.add(name) : open.delete(name));
  }
  return element;
}

function card(worker) {
  const element = copy("worker", worker);
  element.dataset.worker = worker.sid;
  element.querySelector(".dot").classList.toggle("dot--available", worker.available);
  const activity = element.querySelector("select");
  activity.append(...board.activities.map(name => new Option(name, name, name === worker.activity, name === worker.activity)));
  activity.setAttribute("aria-label", `${activity.dataset.label} ${worker.name}`);
  activity.dataset.key = `activity-${worker.sid}`;
  element.querySelector(".work").append(
    ...worker.offers.map(offer => item("offer", offer, worker)),
    ...worker.tasks.map(task => item("task", task, worker)));
  return element;
}

function item(template, reservation, worker) {
  const element = copy(template, { ...reservation, whose: ` ${reservation.customer}, ${worker.name}` });
  for (const button of element.querySelectorAll("button")) {
    button.dataset.reservation = reservation.reservation;
    button.dataset.key = `${button.dataset.status}-${reservation.reservation}`;
    button.hidden = button.dataset.status === "wrapping" && reservation.status === "wrapping";
  }
  return element;
}
