/** Asks in a dialog of the page before a request that has an hx-confirm text. */

const dialog = document.getElementById('confirm')
const yes = document.getElementById('confirm-yes')

document.addEventListener('htmx:confirm', event => {
  const { question, elt, issueRequest } = event.detail

  if (!question) {
    return
  }

  event.preventDefault()
  ask(elt, question, () => elt.isConnected ? issueRequest(true) : repeat(elt.id))
})

function ask(element, question, then) {
  document.getElementById('confirm-title').textContent = element.dataset.confirmTitle
  document.getElementById('confirm-text').textContent = question
  yes.textContent = element.dataset.confirmAction
  dialog.returnValue = ''
  dialog.showModal()
  dialog.addEventListener('close', () => {
    if (document.activeElement === document.body) {
      document.getElementById(element.id)?.focus()
    }
    if (dialog.returnValue === 'yes') {
      then()
    }
  }, { once: true })
}

/** The button was swapped while the question was open; its successor is pressed, and not asked for again. */
function repeat(id) {
  const successor = document.getElementById(id)

  if (successor) {
    successor.addEventListener('htmx:confirm', event => {
      event.stopImmediatePropagation()
      event.preventDefault()
      event.detail.issueRequest(true)
    }, { once: true })
    successor.click()
  }
}
