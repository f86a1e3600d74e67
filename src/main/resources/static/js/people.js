/** Keeps the list of whom a conversation can go to true while somebody chooses, and every row where it is. */

const PAUSE = 1_000
const AT_LEAST_EVERY = 10_000
/** Where figures have been asked for that nobody waited for. */
const WHEN_KNOWN = 1_000

const filter = () => document.querySelector('#transfer-dialog[open] #target-filter')
const list = () => document.getElementById('targets')
const options = within => [...within.querySelectorAll('[role=option]')]

let timer
let asking = false

function askIn(delay) {
  clearTimeout(timer)
  timer = setTimeout(ask, delay)
}

async function ask() {
  const search = filter()

  if (!search || asking) {
    return
  }

  asking = true
  try {
    const asked = new URLSearchParams(inputs(search))
    const answer = await fetch(`${search.getAttribute('hx-get')}?${asked}`, { headers: { 'HX-Request': 'true' } })
    // Whoever has typed on meanwhile has asked for something else
    if (answer.ok && search.isConnected && String(new URLSearchParams(inputs(search))) === String(asked)) {
      show(new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('targets'))
    }
  } catch {
    // It stays as old as it says
  } finally {
    asking = false
    askIn(nextDelay())
  }
}

const nextDelay = () => list()?.hasAttribute('data-pending') ? WHEN_KNOWN * (1 + Math.random()) : AT_LEAST_EVERY

function inputs(search) {
  return [...search.querySelectorAll('input')]
    .filter(it => it.name && (!['radio', 'checkbox'].includes(it.type) || it.checked))
    .map(it => [it.name, it.value])
}

function show(renewed) {
  if (!renewed || !list()) {
    return
  }

  if (isUsed()) {
    const present = new Map(options(renewed).map(it => [it.dataset.sid, it]))
    options(list()).filter(it => present.has(it.dataset.sid)).forEach(it => renew(it, present.get(it.dataset.sid)))
    list().querySelector('footer')?.replaceWith(...[renewed.querySelector('footer')].filter(Boolean))
  } else {
    list().replaceWith(renewed)
  }
  document.dispatchEvent(new CustomEvent('targets:renewed'))
}

/** The row under a pointer must not be another one when it is pressed. */
function isUsed() {
  const rows = document.getElementById('target-options')

  return !rows || rows.matches(':hover') || rows.scrollTop > 0
    || document.getElementById('target-search').hasAttribute('aria-activedescendant')
}

function renew(option, present) {
  for (const name of ['aria-label', 'aria-disabled']) {
    if (present.hasAttribute(name)) {
      option.setAttribute(name, present.getAttribute(name))
    } else {
      option.removeAttribute(name)
    }
  }
  if (option.innerHTML !== present.innerHTML) {
    option.replaceChildren(...present.childNodes)
  }
}

document.addEventListener('desk:people', () => askIn(PAUSE / 2 + Math.random() * PAUSE / 2))
document.addEventListener('dialog:opened', () => filter() && askIn(nextDelay()))
// A search has been answered
document.addEventListener('htmx:afterSettle', event => event.target.id === 'targets' && askIn(nextDelay()))
