/** What a supervisor is asked before something is done about a transfer, and what they have unfolded. */

const unfolded = new Map()

let transfer = ''

const openDialog = () => document.querySelector('#queue-dialog[open], #surrender-dialog[open]')

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-opens]')

  if (opener) {
    open(document.getElementById(opener.dataset.opens), opener)
  } else if (event.target.closest('[data-back]')) {
    openDialog()?.close()
  }
})

function open(dialog, opener) {
  transfer = opener.dataset.transfer
  dialog.querySelector('form').reset()
  dialog.querySelector('[role=alert]').replaceChildren()
  dialog.querySelector('[data-about]').textContent = opener.dataset.about
  dialog.showModal()
  dialog.addEventListener('close', () => returnFocus(opener.id), { once: true })
}

/** The button may have been swapped since it was pressed, or be gone. */
function returnFocus(id) {
  if (document.activeElement === document.body) {
    (document.getElementById(id) ?? document.getElementById('main')).focus({ preventScroll: true })
  }
}

document.addEventListener('htmx:configRequest', event => {
  if (openDialog()?.contains(event.detail.elt)) {
    event.detail.path = event.detail.path.replace('/-/', `/${transfer}/`)
  }
})

document.addEventListener('transfer-supervised', () => openDialog()?.close())

// What was unfolded stays so when the list is swapped

document.addEventListener('toggle', event => {
  if (event.target.matches('.board details[id]')) {
    unfolded.set(event.target.id, event.target.open)
  }
}, true)

document.addEventListener('htmx:oobAfterSwap', () => {
  for (const details of document.querySelectorAll('.board details[id]')) {
    if (unfolded.has(details.id)) {
      details.open = unfolded.get(details.id)
    }
  }
})
