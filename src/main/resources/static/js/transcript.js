/** Keeps the newest message in view, unless the reader has scrolled up to older ones. */

const NEAR = 48

const transcript = () => document.getElementById('transcript')
const newer = () => document.getElementById('newer')

let atEnd = true
let fromEnd = null

function toEnd() {
  const log = transcript()
  if (log) {
    log.scrollTop = log.scrollHeight
    newer().hidden = true
    atEnd = true
  }
}

function followScrolling() {
  transcript()?.addEventListener('scroll', ({ target }) => {
    atEnd = target.scrollHeight - target.scrollTop - target.clientHeight < NEAR
    if (atEnd) {
      newer().hidden = true
    }
  }, { passive: true })
}

followScrolling()
toEnd()
document.addEventListener('tab:chosen', () => atEnd && toEnd())
document.addEventListener('click', event => event.target.closest('#newer') && toEnd())

let newest = lastMessage()

function lastMessage() {
  return document.querySelector('#messages > :last-child')
}

document.addEventListener('htmx:oobAfterSwap', () => {
  if (lastMessage() !== newest) {
    newest = lastMessage()
    if (atEnd) {
      toEnd()
    } else if (newer()) {
      newer().hidden = false
    }
  }
})

// Earlier messages come in above what is being read

document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.target.id === 'earlier') {
    fromEnd = transcript().scrollHeight - transcript().scrollTop
  }
})

document.addEventListener('htmx:afterSwap', () => {
  if (fromEnd !== null) {
    transcript().scrollTop = transcript().scrollHeight - fromEnd
    fromEnd = null
  }
})
