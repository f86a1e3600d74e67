/** Opens the transfer dialog that the server sends, and closes it when the transfer is on its way. */

const slot = document.getElementById('dialog-slot')
const dialog = () => slot.querySelector('dialog')

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target === slot && dialog() && !dialog().open) {
    dialog().showModal()
    dialog().addEventListener('close', returnFocus)
    dialog().dispatchEvent(new CustomEvent('dialog:opened', { bubbles: true }))
  }
})

document.addEventListener('click', event => {
  if (event.target.closest('[data-dismiss]') || event.target === dialog()) {
    dialog().close()
  }
})

// The dialog stays in the page after it has closed: its buttons' answer is still to come
document.addEventListener('transfer-sent', () => dialog()?.close())

/** The button may have been swapped since it was pressed, so the browser doesn't find it. */
function returnFocus() {
  if (document.activeElement === document.body || !document.activeElement) {
    document.getElementById('transfer-button')?.focus()
  }
}

// What lies behind an open dialog can be neither read nor closed, so failures are told inside

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id === 'transfer-refusal') {
    event.detail.target.scrollIntoView({ block: 'nearest' })
  }
})

document.addEventListener('htmx:oobBeforeSwap', event => {
  const refusal = document.querySelector('dialog[open] [role=alert]')
  if (refusal && event.detail.target.id === 'alert') {
    refusal.replaceChildren()
    event.detail.target = refusal
  }
})

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && dialog()?.open) {
    const send = dialog().querySelector('.button--primary[data-send]')
    event.preventDefault()
    send?.click()
  }
})

// A refused request is answered for good, so what is sent after it is another one. Without an answer, it is the same.

document.addEventListener('htmx:afterRequest', event => {
  if (event.target.closest?.('#transfer-form') && document.querySelector('#transfer-refusal [data-refusal]')) {
    document.getElementById('transfer-request').value = uuid()
  }
})

/** Like crypto.randomUUID, which browsers keep from pages that come over plain HTTP. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = bytes[6] & 0x0f | 0x40
  bytes[8] = bytes[8] & 0x3f | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')

  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
