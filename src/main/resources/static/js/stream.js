/**
 * Decides when the page asks what is new: as soon as the server tells it to, else every so often. A page that is told
 * nothing asks as often as the page says.
 */

/** However much happens. */
const GAP = 250
/** Pulses come more often. */
const SILENCE = 40_000
const RETRY = 5_000
const UNTOLD = 2_000

const poll = () => document.getElementById('poll')
const now = () => performance.now()

let source = null
let address = ''
let mark = ''
let heardAt = 0
let pollEvery = 0
let refusedUntil = -Infinity
let resting = false
let letGo = null

let timer
let dueAt = Infinity
let lookedAt = -Infinity
let asking = false
let again = false

function lookIn(delay) {
  const at = Math.max(now() + delay, lookedAt + GAP)

  if (at < dueAt) {
    dueAt = at
    clearTimeout(timer)
    timer = setTimeout(look, at - now())
  }
}

function look() {
  dueAt = Infinity
  lookedAt = now()
  if (source && now() - heardAt > SILENCE) {
    disconnect()
  }
  connect()
  if (asking) {
    again = true
  } else if (poll()) {
    htmx.trigger(poll(), 'look')
  }
  lookIn(pollEvery || Number(poll()?.dataset.every) || UNTOLD)
}

document.addEventListener('htmx:beforeRequest', event => {
  if (event.detail.elt?.id === 'poll' && !event.defaultPrevented) {
    asking = true
    event.detail.xhr.addEventListener('loadend', () => {
      asking = false
      if (again) {
        again = false
        lookIn(0)
      }
    })
  }
})

// What was asked for was not shown, since something was being changed meanwhile
document.addEventListener('desk:missed', () => lookIn(0))

function connect() {
  const { live, seen } = poll()?.dataset ?? {}

  if (!seen || source || resting || now() < refusedUntil) {
    return
  }

  const query = new URLSearchParams({ seen: mark || seen, people: isChoosing() })

  address = live
  heardAt = now()
  source = new EventSource(`${live}?${query}`)
  source.addEventListener('pulse', event => {
    hear(event)
    pollEvery = Number(event.data)
  })
  source.addEventListener('news', event => {
    hear(event)
    lookIn(Math.random() * Number(event.data))
  })
  source.addEventListener('switches', event => {
    hear(event)
    document.dispatchEvent(new CustomEvent('desk:switches', { detail: event.data.split(' ') }))
  })
  source.addEventListener('people', event => {
    hear(event)
    document.dispatchEvent(new CustomEvent('desk:people'))
  })
  source.addEventListener('error', miss)
}

const isChoosing = () => document.querySelector('#transfer-dialog[open]') !== null

function disconnect() {
  source?.close()
  source = null
  pollEvery = 0
}

function hear(event) {
  mark = event.lastEventId
  heardAt = now()
  document.dispatchEvent(new CustomEvent('desk:heard'))
}

/** The browser connects again by itself, unless it was refused: then the next question that is due does. */
function miss() {
  pollEvery = 0
  if (source?.readyState === EventSource.CLOSED) {
    disconnect()
    refusedUntil = now() + RETRY * (1 + Math.random())
  }
  lookIn(Math.random() * 2 * GAP)
}

// A stream may last for a while after its network has gone

window.addEventListener('offline', () => {
  disconnect()
  lookIn(0)
})

window.addEventListener('online', () => {
  refusedUntil = -Infinity
  lookIn(0)
})

// A browser has but a few connections: of all pages that nobody sees, one stays connected

function hide() {
  navigator.locks?.request('desk:unseen', { ifAvailable: true }, lock => {
    if (!document.hidden) {
      return undefined
    }
    if (lock) {
      return new Promise(release => letGo = release)
    }
    resting = true
    disconnect()
    return undefined
  })
}

function show() {
  letGo?.()
  letGo = null
  resting = false
  lookIn(0)
}

document.addEventListener('visibilitychange', () => document.hidden ? hide() : show())

// Who can be asked changes all the time, and is told only where somebody chooses

function reconnect() {
  if (source) {
    disconnect()
    connect()
  }
}

document.addEventListener('dialog:opened', () => {
  reconnect()
  document.getElementById('transfer-dialog').addEventListener('close', reconnect)
})

// The page may be that of no conversation by now
document.addEventListener('htmx:afterSettle', () => {
  if (poll() && poll().dataset.live !== address) {
    reconnect()
  }
})

connect()
lookIn(Number(poll()?.dataset.every) || UNTOLD)
