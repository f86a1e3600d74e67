/** A copy of a template with its data-text elements filled. */
export function copy(template, values) {
  const element = document.getElementById(template).content.firstElementChild.cloneNode(true);
  for (const place of element.querySelectorAll("[data-text]")) {
    place.textContent = values[place.dataset.text] ?? "";
  }
  for (const time of element.querySelectorAll("[data-since]")) {
    time.dataset.since = values.since ?? "";
  }
  return element;
}

/** Replaces what a container shows; the focus stays on the element with the same data-key. */
export function show(container, elements) {
  const key = container.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const top = container.scrollTop;
  container.replaceChildren(...elements);
  container.scrollTop = top;
  if (key) {
    container.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }
}

/** Whether a value differs from the one that was given under this name before. */
const before = new Map();
export function changed(name, value) {
  const text = JSON.stringify(value);
  const differs = before.get(name) !== text;
  before.set(name, text);
  return differs;
}

export function duration(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const rest = String(whole % 60).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}
