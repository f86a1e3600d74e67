/** Closes what was said: failures by hand only, the rest by itself as well. */

const SHOWN = 8000

const alerts = document.getElementById('alert')
const flash = document.getElementById('flash')

let timer

document.addEventListener('click', event => {
  const notice = event.target.closest('[data-close]')?.closest('.notice')
  if (notice) {
    const next = notice.nextElementSibling ?? notice.previousElementSibling
    notice.remove()
    const place = next?.querySelector('[data-close]') ?? document.getElementById('main')
    place.focus({ preventScroll: true })
  }
})

function hideLater() {
  clearTimeout(timer)
  timer = setTimeout(() => flash.matches(':hover, :focus-within') ? hideLater() : flash.replaceChildren(), SHOWN)
}

new MutationObserver(() => flash.hasChildNodes() && hideLater()).observe(flash, { childList: true })

// The same failure once more is told once more, not listed twice
new MutationObserver(() => {
  const texts = new Set()
  for (const notice of [...alerts.children].reverse()) {
    const text = notice.textContent.trim()
    if (texts.has(text)) {
      notice.remove()
    }
    texts.add(text)
  }
}).observe(alerts, { childList: true })

// What is no fragment of ours: a proxy's page, an answer cut short, no answer at all

function tellUnexpected() {
  const text = document.getElementById('unexpected-failure').content.cloneNode(true)
  const place = document.querySelector('dialog[open] [role=alert]') ?? alerts
  place.append(text)
}

document.addEventListener('htmx:beforeSwap', event => {
  const { detail } = event
  const isPage = /^\s*<(!doctype|html)/i.test(detail.serverResponse)
  const isMute = detail.xhr.status >= 400 && !detail.serverResponse.trim()

  if (isPage || isMute) {
    detail.shouldSwap = false
    if (detail.elt?.id !== 'poll') {
      tellUnexpected()
    }
  }
})

for (const failure of ['htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(failure, event => event.detail.elt?.id !== 'poll' && tellUnexpected())
}
