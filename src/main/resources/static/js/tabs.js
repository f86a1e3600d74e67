/** Tabs by mouse and arrow keys; the chosen one is in the address. */

const tabs = () => [...document.querySelectorAll('[role=tab]')].filter(it => it.checkVisibility())

function choose(chosen, focus) {
  for (const tab of document.querySelectorAll('[role=tab]')) {
    const selected = tab === chosen
    tab.setAttribute('aria-selected', selected)
    tab.tabIndex = selected ? 0 : -1
    document.getElementById(tab.getAttribute('aria-controls')).hidden = !selected
  }
  if (focus) {
    chosen.focus()
  }
  remember(chosen.dataset.tab)
  chosen.dispatchEvent(new CustomEvent('tab:chosen', { bubbles: true }))
}

function remember(tab) {
  const address = new URL(location)
  if (address.searchParams.get('tab') !== tab) {
    address.searchParams.set('tab', tab)
    history.replaceState(history.state, '', address)
  }
}

document.addEventListener('click', event => {
  const tab = event.target.closest('[role=tab]')
  if (tab) {
    choose(tab)
  }
})

document.addEventListener('keydown', event => {
  if (event.target.role !== 'tab') {
    return
  }

  const all = tabs()
  const here = all.indexOf(event.target)
  const there = {
    ArrowLeft: all.at(here - 1),
    ArrowRight: all[(here + 1) % all.length],
    Home: all[0],
    End: all.at(-1),
  }[event.key]

  if (there) {
    event.preventDefault()
    choose(there, true)
  }
})

// The Participants tab goes when an administrator switches it off

function leaveAbsentTab() {
  const chosen = document.querySelector('[role=tab][aria-selected=true]')
  if (chosen && !chosen.checkVisibility()) {
    choose(tabs()[0], document.activeElement === document.body)
  }
}

leaveAbsentTab()
document.addEventListener('htmx:afterSettle', leaveAbsentTab)
