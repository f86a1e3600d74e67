/** The editable combobox with a list of agents and queues (ARIA's "list autocomplete"). */

const search = () => document.getElementById('target-search')
const form = () => document.getElementById('transfer-form')
const options = () => [...document.querySelectorAll('#target-options [role=option]')]
const active = () => document.getElementById(search().getAttribute('aria-activedescendant') ?? '')
const isOpen = () => search().getAttribute('aria-expanded') === 'true'

function setOpen(open) {
  search().setAttribute('aria-expanded', open)
  if (!open) {
    activate(null)
  }
}

function activate(option) {
  options().forEach(it => it.classList.toggle('option--active', it === option))
  if (option) {
    search().setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  } else {
    search().removeAttribute('aria-activedescendant')
  }
}

function choose(option) {
  if (option.ariaDisabled === 'true') {
    document.getElementById('targets-status').textContent = option.ariaLabel
    return
  }

  show(option)
  search().value = option.dataset.name
  search().focus()
  setOpen(false)
  document.getElementById('transfer-refusal').replaceChildren()
}

/** Names the chosen target on the buttons and below the search box; nobody where none is given. */
function show(option) {
  document.getElementById('transfer-target').value = option?.dataset.sid ?? ''
  mark()

  const chosen = document.getElementById('target-chosen')
  chosen.replaceChildren(...option ? [...option.children].map(it => it.cloneNode(true)) : [])

  document.dispatchEvent(new CustomEvent('target:chosen', {
    detail: option ? {
      sid: option.dataset.sid, name: option.dataset.name, favourite: option.dataset.favourite === 'true'
    } : null
  }))

  for (const button of form().querySelectorAll('[data-send]')) {
    button.disabled = !option
    button.textContent = option ? button.dataset.named.replace('{0}', option.dataset.name) : button.dataset.unnamed
  }
}

function mark() {
  const sid = document.getElementById('transfer-target').value
  options().forEach(it => it.ariaSelected = it.dataset.sid === sid)
}

function move(key) {
  const all = options()
  const here = all.indexOf(active())

  return {
    ArrowDown: () => all[(here + 1) % all.length],
    ArrowUp: () => all.at(here < 0 ? -1 : here - 1),
    PageDown: () => all[Math.min(all.length - 1, here + 6)],
    PageUp: () => all[Math.max(0, here - 6)],
    Home: () => here < 0 ? null : all[0],
    End: () => here < 0 ? null : all.at(-1),
  }[key]?.()
}

document.addEventListener('keydown', event => {
  if (event.target !== search() || event.isComposing || event.ctrlKey || event.metaKey) {
    return
  }

  if (event.key === 'Escape' && isOpen()) {
    event.preventDefault()
    setOpen(false)
  } else if (event.key === 'Enter') {
    event.preventDefault()
    if (active()) {
      choose(active())
    }
  } else if (!isOpen() && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
    event.preventDefault()
    setOpen(true)
    activate(options().find(it => it.ariaSelected === 'true') ?? options()[0])
  } else if (isOpen() && !event.altKey) {
    const option = move(event.key)
    if (option) {
      event.preventDefault()
      activate(option)
    }
  }
})

document.addEventListener('input', event => {
  if (event.target === search()) {
    setOpen(true)
    activate(null)
    show(null)
  }
})

document.addEventListener('click', event => {
  const option = event.target.closest('#target-options [role=option]')

  if (option) {
    choose(option)
  } else if (event.target === search() && !isOpen()) {
    search().select()
    setOpen(true)
  } else if (event.target.closest('#target-filter .filter')) {
    setOpen(true)
  }
})

// A click into the list must not take the focus from the search box
document.addEventListener('mousedown', event => {
  if (event.target.closest('#target-options')) {
    event.preventDefault()
  }
})

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id === 'targets') {
    mark()
    activate(null)
  }
})

document.addEventListener('targets:renewed', mark)
