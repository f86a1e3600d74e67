const trouble = document.getElementById("trouble");

/** Shows what went wrong; an empty text takes it away again. */
export function complain(text) {
  trouble.textContent = text;
  trouble.hidden = !text;
}

export async function get(path) {
  return (await fetch(path)).json();
}

/** Answers undefined for a refusal, which is shown. */
export async function post(path, form = {}) {
  return send("POST", path, form);
}

export async function send(method, path, form) {
  try {
    const body = form && new URLSearchParams(form);
    const response = await fetch(path, { method, body });
    const answer = await response.json();
    complain(response.ok ? "" : answer.message);
    return response.ok ? answer : undefined;
  } catch {
    complain(document.body.dataset.offline);
    return undefined;
  }
}
