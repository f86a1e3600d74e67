/** `t` opens the transfer dialog, unless someone is writing or something else is open. */

document.addEventListener('keydown', event => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
  const isWriting = event.target.closest?.('input, textarea, select, [contenteditable]')
  const button = document.getElementById('transfer-button')

  if (event.key === 't' && isPlain && !isWriting && button?.checkVisibility() && !document.querySelector('dialog[open]')) {
    event.preventDefault()
    button.focus()
    button.click()
  }
})
