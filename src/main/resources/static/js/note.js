/** Keeps the note of each conversation until it is sent, and tells when it gets too long. */

const note = () => document.getElementById('transfer-note')
const draft = () => `note:${note().closest('dialog').dataset.task}`

function count() {
  const output = document.getElementById('transfer-note-count')
  const left = Number(output.dataset.limit) - note().value.length
  const text = left < 0 ? output.dataset.over : left < output.dataset.limit / 5 ? output.dataset.left : ''

  output.textContent = text.replace('{0}', Math.abs(left))
  note().ariaInvalid = left < 0
}

document.addEventListener('dialog:opened', () => {
  note().value = sessionStorage.getItem(draft()) ?? ''
  count()
})

document.addEventListener('input', event => {
  if (event.target === note()) {
    sessionStorage.setItem(draft(), note().value)
    count()
  }
})

document.addEventListener('transfer-sent', () => note() && sessionStorage.removeItem(draft()))
