/**
 * Polls without being noticed: what has not changed is left alone, what was asked for before a change is thrown away,
 * and nobody loses the place where they were.
 */

/** The HTML that the server sent last for each element, before any script of ours touched it. */
const received = new Map()

let changing = 0
let changes = 0
let changesAtPoll = 0
let missed = false
let lastAnswer = new Date()
let placeBefore = []

const isPage = answer => /^\s*<(!doctype|html)/i.test(answer)
const isPoll = event => event.detail.elt?.id === 'poll'
const isChange = event => event.detail.requestConfig.verb !== 'get'

function asReceived(element) {
  const copy = element.cloneNode(true)
  copy.removeAttribute('hx-swap-oob')
  return copy.outerHTML
}

for (const element of document.querySelectorAll('[id][hx-swap-oob]')) {
  received.set(element.id, asReceived(element))
}

document.addEventListener('htmx:oobBeforeSwap', event => {
  const { target, fragment } = event.detail

  if (target.id === 'messages') {
    [...fragment.children].filter(it => document.getElementById(it.id)).forEach(it => it.remove())
    return
  }

  const incoming = fragment.nodeType === Node.DOCUMENT_FRAGMENT_NODE && fragment.firstElementChild

  if (incoming?.id) {
    const html = asReceived(incoming)
    if (received.get(incoming.id) === html) {
      event.preventDefault()
    }
    received.set(incoming.id, html)
  }
})

// A poll that was under way while something was changed may show the page as it was before

document.addEventListener('htmx:beforeRequest', event => {
  if (isPoll(event)) {
    changesAtPoll = changes
    if (changing > 0) {
      event.preventDefault()
      missed = true
    }
  } else if (isChange(event)) {
    changing++
    changes++
    event.detail.xhr.addEventListener('loadend', () => {
      changing--
      lookAgain()
    })
  }
})

function lookAgain() {
  if (missed && changing === 0) {
    missed = false
    document.dispatchEvent(new CustomEvent('desk:missed'))
  }
}

document.addEventListener('htmx:beforeSwap', event => {
  if (isPoll(event)) {
    const { xhr, serverResponse } = event.detail
    const failed = xhr.status >= 500
    if (failed) {
      showLost(xhr.status === 503 && !isPage(serverResponse) ? 'twilio-lost' : 'desk-lost')
    } else {
      showConnection()
    }
    if (failed) {
      event.detail.shouldSwap = false
    } else if (changing > 0 || changes !== changesAtPoll) {
      event.detail.shouldSwap = false
      missed = true
      lookAgain()
    }
  }
})

for (const failure of ['htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(failure, event => isPoll(event) && showLost('desk-lost'))
}

// What an administrator switches is told, since too many pages would ask for it at once. An answer on its way is older

let switchedOn = null

function followSwitches() {
  for (const control of document.querySelectorAll('[data-needs]')) {
    control.hidden = !control.dataset.needs.split(' ').some(it => switchedOn.includes(it))
  }
  document.getElementById('people-count')?.toggleAttribute('data-absent', !switchedOn.includes('multi_participant'))
}

document.addEventListener('desk:switches', event => {
  switchedOn = event.detail
  followSwitches()
})

document.addEventListener('htmx:beforeRequest', event => {
  if (isPoll(event) && switchedOn) {
    const before = switchedOn
    event.detail.xhr.addEventListener('loadend', () => {
      if (switchedOn === before) {
        switchedOn = null
      }
    })
  }
})

document.addEventListener('htmx:afterSettle', () => switchedOn && followSwitches())

/** The desk says by a fragment that it has lost Twilio; a page of 503 is a proxy's that has lost the desk. */
function showLost(what) {
  for (const text of ['desk-lost', 'twilio-lost']) {
    document.getElementById(text).hidden = text !== what
  }
  document.getElementById('connection-since').dateTime = lastAnswer.toISOString()
  document.getElementById('connection').hidden = false
}

function showConnection() {
  lastAnswer = new Date()
  document.getElementById('connection').hidden = true
}

// What is told arrives where what is asked for does, and nothing has changed since then that was not told
document.addEventListener('desk:heard', () => {
  if (document.getElementById('connection').hidden) {
    lastAnswer = new Date()
  }
})

// Whoever reloads the page of a conversation that is gone wants the list, not an error

document.addEventListener('htmx:afterSettle', () => {
  const home = document.querySelector('.topbar__name')
  if (document.querySelector('.task--gone')) {
    history.replaceState(history.state, '', home.href)
    document.title = home.textContent.trim()
  }
})

// Where what had the focus is gone, its surroundings get it

document.addEventListener('htmx:beforeSwap', () => {
  placeBefore = []
  for (let place = document.activeElement; place && place !== document.body; place = place.parentElement) {
    if (place.id) {
      placeBefore.push(place.id)
    }
  }
})

document.addEventListener('htmx:afterSettle', () => {
  if (placeBefore.length && document.activeElement === document.body) {
    const places = placeBefore.map(id => document.getElementById(id)).filter(it => it?.checkVisibility())
    const place = places.map(it => it.id === 'task' ? document.getElementById('nothing') : it)
      .find(it => it?.matches('[tabindex], a, button:enabled, input:enabled'))
    place?.focus({ preventScroll: true })
  }
})
